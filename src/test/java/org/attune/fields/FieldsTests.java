package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class FieldsTests {

    @Autowired
    private Fields fields;

    @Autowired
    private FieldChoices choices;

    @Autowired
    private OwnFields own;

    @Autowired
    private Somebody somebody;

    private Viewer admin;

    @BeforeEach
    void anAdmin() {
        admin = somebody.whoAdministers();
    }

    @AfterEach
    void askForNothingMore() {
        own.areAskedForNoMore();
    }

    @Test
    void aNewFieldIsTheLastAndAskedForOnce() {
        own.of(Holder.CONTACT, FieldKind.TEXT);
        Field field = own.of(Holder.CONTACT, FieldKind.NUMBER);
        fields.add(admin, new NewField(field.id(), Holder.CONTACT, FieldKind.NUMBER, field.name()));

        List<Field> asked = fields.asked(Holder.CONTACT);
        assertThat(asked.get(asked.size() - 1)).isEqualTo(field);
        assertThat(asked).filteredOn(one -> one.name().equals(field.name())).hasSize(1);
        assertThatThrownBy(
                        () -> fields.add(admin, new NewField(field.id(), Holder.CONTACT, FieldKind.DAY, field.name())))
                .isInstanceOf(ChangedMeanwhile.class);
    }

    @Test
    void aNameIsTakenOnceWhateverItsCapitalsAndAccents() {
        Field field = own.of(Holder.CONTACT, FieldKind.TEXT);
        String again = field.name().toUpperCase(java.util.Locale.ROOT).replace("O", "Ö");
        refused("fields.name.taken", () -> add(Holder.CONTACT, again));
        UUID other = add(Holder.COMPANY, again);
        fields.retire(admin, other);
        refused("fields.name.missing", () -> add(Holder.CONTACT, " \u200B–"));
        refused("fields.name.long", () -> add(Holder.CONTACT, "x".repeat(61)));
    }

    @Test
    void theOrderIsWhatAnAdminMakesOfIt() {
        Field first = own.of(Holder.COMPANY, FieldKind.TEXT);
        Field second = own.of(Holder.COMPANY, FieldKind.TEXT);
        Field third = own.of(Holder.COMPANY, FieldKind.TEXT);
        int place = fields.asked(Holder.COMPANY).indexOf(first) + 1;

        fields.place(admin, third.id(), place);
        assertThat(fields.asked(Holder.COMPANY)).containsSubsequence(third, first, second);
        fields.place(admin, third.id(), 1000);
        assertThat(fields.asked(Holder.COMPANY)).containsSubsequence(first, second, third);
        fields.place(admin, third.id(), -5);
        assertThat(fields.asked(Holder.COMPANY).get(0)).isEqualTo(third);
    }

    @Test
    void twoAdminsWhoArrangeAtOnceTakeTurns() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            ids.add(own.of(Holder.CONTACT, FieldKind.TEXT).id());
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Field>> moves = new ArrayList<>();
            for (int n = 0; n < 24; n++) {
                UUID id = ids.get(n % ids.size());
                int place = n % 5;
                moves.add(() -> fields.place(admin, id, place));
            }
            for (Future<Field> move : pool.invokeAll(moves)) {
                assertThat(move.get()).isNotNull();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(fields.asked(Holder.CONTACT))
                .extracting(Field::id)
                .containsAll(ids)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsRetiredComesBackAtTheEndWithItsChoices() {
        Field field = own.choosing(Holder.CONTACT, FieldKind.CHOICE, "Sailing", "Rowing");
        fields.retire(admin, field.id());
        fields.retire(admin, field.id());
        assertThat(fields.asked(Holder.CONTACT)).extracting(Field::id).doesNotContain(field.id());
        assertThat(fields.of(Holder.CONTACT)).extracting(Field::id).contains(field.id());

        fields.restore(admin, field.id());
        List<Field> asked = fields.asked(Holder.CONTACT);
        assertThat(asked.get(asked.size() - 1).choices()).isEqualTo(field.choices());
    }

    @Test
    void aNameThatIsTakenMeanwhileDoesNotComeBack() {
        Field field = own.of(Holder.CONTACT, FieldKind.TEXT);
        fields.retire(admin, field.id());
        UUID successor = add(Holder.CONTACT, field.name());
        refused("fields.name.taken", () -> fields.restore(admin, field.id()));
        fields.retire(admin, successor);
    }

    @Test
    void aFormAsksForSixtyFieldsAndNotMore() {
        int there = fields.asked(Holder.COMPANY).size();
        for (int n = there; n < Fields.MOST; n++) {
            own.of(Holder.COMPANY, FieldKind.TEXT);
        }
        refused("fields.many", () -> own.of(Holder.COMPANY, FieldKind.TEXT));
    }

    @Test
    void aListHasRoomForFourColumns() {
        for (int n = 0; n < Fields.MOST_LISTED; n++) {
            own.listed(own.of(Holder.COMPANY, FieldKind.TEXT));
        }
        refused("fields.listed.many", () -> own.listed(own.of(Holder.COMPANY, FieldKind.DAY)));
    }

    @Test
    void theKindIsAnotherOneAsLongAsNothingIsKept() {
        Field field = own.choosing(Holder.CONTACT, FieldKind.CHOICE, "Sailing");
        fields.change(admin, change(field, FieldKind.CHOICES));
        assertThat(fields.find(field.id()).offered()).hasSize(1);
        fields.change(admin, change(fields.find(field.id()), FieldKind.TEXT));
        assertThat(fields.find(field.id())).satisfies(text -> {
            assertThat(text.kind()).isEqualTo(FieldKind.TEXT);
            assertThat(text.choices()).isEmpty();
        });
    }

    @Test
    void onlyWordsAreFoundBySearch() {
        assertThat(own.searched(own.of(Holder.CONTACT, FieldKind.TEXT)).searched())
                .isTrue();
        assertThat(own.searched(own.of(Holder.CONTACT, FieldKind.NUMBER)).searched())
                .isFalse();
    }

    @Test
    void whoeverDescribedItSinceIsNotOverwritten() {
        Field field = own.of(Holder.CONTACT, FieldKind.TEXT);
        own.required(field);
        assertThatThrownBy(() -> fields.change(admin, change(field, FieldKind.NUMBER)))
                .isInstanceOfSatisfying(ChangedMeanwhile.class, changed -> assertThat(changed.version())
                        .isEqualTo(1));
    }

    @Test
    void choicesHaveNamesOfTheirOwnAndAnOrder() {
        Field field = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing", "Fishing");
        UUID fishing = field.offered().get(2).id();
        refused("fields.choice.taken", () -> choices.add(admin, field.id(), Ids.next(), "sailing"));
        refused("fields.choice.missing", () -> choices.add(admin, field.id(), Ids.next(), " "));
        choices.place(admin, field.id(), fishing, 1);
        choices.rename(admin, field.id(), fishing, 0, "Angling");
        assertThat(fields.find(field.id()).offered())
                .extracting(FieldChoice::name)
                .containsExactly("Angling", "Sailing", "Rowing");

        choices.retire(admin, field.id(), fishing);
        assertThat(fields.find(field.id()).retiredChoices())
                .extracting(FieldChoice::name)
                .containsExactly("Angling");
        choices.restore(admin, field.id(), fishing);
        assertThat(fields.find(field.id()).offered())
                .extracting(FieldChoice::name)
                .containsExactly("Sailing", "Rowing", "Angling");
    }

    @Test
    void aHundredChoicesAreEnough() {
        Field field = own.of(Holder.CONTACT, FieldKind.CHOICE);
        for (int n = 0; n < FieldChoices.MOST; n++) {
            choices.add(admin, field.id(), Ids.next(), "Choice " + n);
        }
        refused("fields.choice.many", () -> choices.add(admin, field.id(), Ids.next(), "One more"));
    }

    private UUID add(Holder holder, String name) {
        return fields.add(admin, new NewField(Ids.next(), holder, FieldKind.TEXT, name));
    }

    private static ChangeField change(Field field, FieldKind kind) {
        return new ChangeField(field.id(), field.version(), kind, field.name(), null, false, false, false);
    }

    private static void refused(String key, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo(key));
    }
}
