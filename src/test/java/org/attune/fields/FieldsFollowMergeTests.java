package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ChangeContact;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Which value survives when two contacts turn out to be one, and what comes back when they do not. */
@AttuneTest
class FieldsFollowMergeTests {

    @Autowired
    private Merges merges;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private FieldValues values;

    @Autowired
    private OwnFields own;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;
    private ContactId kept;
    private ContactId absorbed;
    private Field number;
    private Field text;
    private Field day;
    private Field several;

    @BeforeEach
    void twoOfOne() {
        anna = somebody.whoSells();
        number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        text = own.of(Holder.CONTACT, FieldKind.TEXT);
        day = own.of(Holder.CONTACT, FieldKind.DAY);
        several = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing", "Fishing");
        kept = met(Map.of(
                number.id(), List.of("1"), text.id(), List.of("Kept"), several.id(), List.of(choice(0), choice(1))));
        absorbed = met(Map.of(
                number.id(),
                List.of("2"),
                day.id(),
                List.of("2026-03-01"),
                several.id(),
                List.of(choice(1), choice(2))));
    }

    @AfterEach
    void askForNothingMore() {
        own.areAskedForNoMore();
    }

    @Test
    void thePreviewShowsWhatDiffersAndProposesWhatIsMissing() {
        assertThat(mvc.get()
                        .uri("/contacts/" + kept.value() + "/merge?with=" + absorbed.value())
                        .with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "value=\"own:" + day.id() + "\" checked",
                        "value=\"own:" + number.id() + "\"",
                        day.name(),
                        "1 Mar")
                .doesNotContain("value=\"own:" + number.id() + "\" checked", "own:" + several.id());
    }

    @Test
    void whatWasChosenIsTakenOverAndChoicesComeTogether() {
        merge(Set.of(number.id(), day.id()));
        Answers after = of(kept);
        assertThat(after.of(number.id())).containsExactly("2");
        assertThat(after.of(day.id())).containsExactly("2026-03-01");
        assertThat(after.of(text.id())).containsExactly("Kept");
        assertThat(after.of(several.id())).containsExactly(choice(0), choice(1), choice(2));
    }

    @Test
    void whatWasNotChosenStaysAsTheKeptContactHasIt() {
        merge(Set.of());
        assertThat(of(kept).of(number.id())).containsExactly("1");
        assertThat(of(kept).isAnswered(day.id())).isFalse();
    }

    @Test
    void undoingBringsBackBothAsTheyWere() {
        Answers keptBefore = of(kept);
        Answers absorbedBefore = of(absorbed);
        UUID merge = merge(Set.of(number.id(), day.id()));
        merges.undo(anna, merge);
        assertThat(of(kept)).isEqualTo(keptBefore);
        assertThat(of(absorbed)).isEqualTo(absorbedBefore);
    }

    @Test
    void whatSomebodyWroteSinceIsTheirs() {
        UUID merge = merge(Set.of(number.id(), day.id()));
        contacts.change(
                anna,
                new ChangeContact(
                        kept,
                        contacts.page(anna, kept).version(),
                        contacts.page(anna, kept).details(),
                        new Answers(Map.of(number.id(), List.of("3")))));
        merges.undo(anna, merge);
        assertThat(of(kept).of(number.id())).containsExactly("3");
        assertThat(of(kept).isAnswered(day.id())).isFalse();
        assertThat(of(absorbed).of(number.id())).containsExactly("2");
    }

    private UUID merge(Set<UUID> fields) {
        UUID id = Ids.next();
        merges.merge(
                anna,
                new MergeContacts(
                        id,
                        kept,
                        absorbed,
                        contacts.page(anna, kept).version(),
                        contacts.page(anna, absorbed).version(),
                        Set.of(),
                        fields));
        return id;
    }

    private Answers of(ContactId contact) {
        return values.of(anna, Holder.CONTACT, contact.value());
    }

    private String choice(int at) {
        return several.offered().get(at).id().toString();
    }

    private ContactId met(Map<UUID, List<String>> answers) {
        ContactDetails details = ContactDetails.named("Helen", "Brandt");
        ContactId id = acquaintances.of(anna, details);
        contacts.change(anna, new ChangeContact(id, 0, details, new Answers(answers)));
        return id;
    }
}
