package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
class ThemesTests {

    @Autowired
    private Themes themes;

    @Autowired
    private TendedThemes tended;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;
    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void aConversation() {
        admin = somebody.whoAdministers();
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        talk = scene.begun(anna, helen);
    }

    @Test
    void aNameIsOneWhateverItsCaseAndAccents() {
        String name = name("café");
        UUID theme = themes.add(anna, heard(), name).id();

        assertThat(themes.add(anna, heard(), name.toUpperCase(Locale.ROOT).replace('É', 'E'))
                        .id())
                .isEqualTo(theme);
        refuses("conversations.themes.taken", () -> tended.make(admin, Ids.next(), name.replace('é', 'E')));
    }

    @Test
    void aMergedThemeLeadsToTheOneThatStaysAndComesBackWithinADay() {
        String typing = name("typing");
        String entry = name("entry");
        TurnId both = heard();
        TurnId one = heard();
        UUID goes = themes.add(anna, both, typing).id();
        UUID stays = themes.add(anna, both, entry).id();
        themes.add(anna, one, typing);
        assertThat(tended.preview(goes, stays)).satisfies(preview -> {
            assertThat(preview.theme().turns()).isEqualTo(2);
            assertThat(preview.into().turns()).isEqualTo(1);
            assertThat(preview.both()).isEqualTo(1);
            assertThat(preview.together()).isEqualTo(2);
        });

        MergeThemes merge = new MergeThemes(Ids.next(), goes, stays);
        tended.merge(admin, merge);
        tended.merge(admin, merge);

        assertThat(on(both)).containsExactly(entry);
        assertThat(on(one)).containsExactly(entry);
        assertThat(tended.find(stays).turns()).isEqualTo(2);
        assertThat(tended.find(stays).also()).containsExactly(typing);
        assertThat(themes.calledThen(anna, one)).containsExactly(new ThemeThen(entry, typing));
        TurnId later = heard();
        assertThat(themes.add(anna, later, typing).name()).isEqualTo(entry);
        assertThat(tended.history(stays).merges()).singleElement().satisfies(held -> {
            assertThat(held.theme()).isEqualTo(typing);
            assertThat(held.undoable()).isTrue();
        });

        assertThat(tended.undo(admin, merge.id()).id()).isEqualTo(goes);
        tended.undo(admin, merge.id());
        assertThat(on(both)).containsExactlyInAnyOrder(entry, typing);
        assertThat(on(later)).containsExactly(typing);
    }

    @Test
    void undoingOneOfTwoMergesTakesBackJustThatOne() {
        UUID first = make(name("first"));
        UUID second = make(name("second"));
        UUID third = make(name("third"));
        TurnId turn = heard();
        themes.add(anna, turn, tended.find(first).name());
        tended.merge(admin, new MergeThemes(Ids.next(), first, second));
        UUID later = Ids.next();
        tended.merge(admin, new MergeThemes(later, second, third));
        assertThat(on(turn)).containsExactly(tended.find(third).name());

        tended.undo(admin, later);
        assertThat(on(turn)).containsExactly(tended.find(second).name());
        assertThat(tended.find(third).turns()).isZero();
    }

    @Test
    void afterADayAMergeStays() {
        UUID goes = make(name("goes"));
        UUID stays = make(name("stays"));
        UUID old = Ids.next();
        jdbc.sql("update theme set merged_into = :into, stands_for = :into where id = :id")
                .param("into", stays)
                .param("id", goes)
                .update();
        jdbc.sql("""
                        insert into theme_merge (id, theme_id, into_id, merged_by, merged_at)
                        values (:id, :goes, :stays, :by, now() - interval '25 hours')""")
                .param("id", old)
                .param("goes", goes)
                .param("stays", stays)
                .param("by", admin.uuid())
                .update();

        refuses("conversations.themes.undo.late", () -> tended.undo(admin, old));
        assertThat(tended.history(stays).merges()).noneMatch(ThemeHistory.Merge::undoable);
    }

    @Test
    void refusesMergesThatLeadNowhere() {
        UUID one = make(name("one"));
        UUID other = make(name("other"));
        refuses("conversations.themes.merge.itself", () -> tended.preview(one, one));
        tended.retire(other);
        refuses("conversations.themes.merge.retired", () -> merge(one, other));
        tended.restore(other);
        UUID merge = merge(one, other);
        refuses("conversations.themes.merge.gone", () -> merge(other, one));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> tended.merge(admin, new MergeThemes(merge, other, one)));
        refuses("conversations.themes.merged", () -> tended.rename(admin, one, name("new"), 1));
    }

    @Test
    void whatIsAddedWhileTheThemeIsMergedIsNotLost() {
        for (int round = 0; round < 5; round++) {
            String typing = name("while");
            UUID goes = make(typing);
            UUID stays = make(name("stays"));
            List<TurnId> heard = IntStream.range(0, 4).mapToObj(n -> heard()).toList();

            List<CompletableFuture<Void>> adding = heard.stream()
                    .map(turn -> CompletableFuture.runAsync(() -> themes.add(anna, turn, typing)))
                    .toList();
            CompletableFuture<Void> merging = CompletableFuture.runAsync(() -> merge(goes, stays));
            adding.forEach(CompletableFuture::join);
            merging.join();

            assertThat(tended.find(stays).turns()).isEqualTo(4);
        }
    }

    @Test
    void twoWhoMergeEachIntoTheOtherDoNotBothWin() {
        UUID one = make(name("one"));
        UUID other = make(name("other"));
        List<CompletableFuture<Boolean>> both = List.of(
                CompletableFuture.supplyAsync(() -> merged(one, other)),
                CompletableFuture.supplyAsync(() -> merged(other, one)));
        assertThat(both.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    @Test
    void aRenamedThemeKeepsItsTurnsAndTheNamesItHad() {
        String before = name("before");
        String after = name("after");
        TurnId turn = heard();
        UUID theme = themes.add(anna, turn, before).id();
        tended.rename(admin, theme, after, 0);
        tended.rename(admin, theme, after, 0);

        assertThat(on(turn)).containsExactly(after);
        assertThat(themes.calledThen(anna, turn)).containsExactly(new ThemeThen(after, before));
        assertThat(tended.history(theme).names())
                .extracting(ThemeHistory.Name::name)
                .containsExactly(after, before);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> tended.rename(admin, theme, name("mine"), 0));
        String taken = name("taken");
        make(taken);
        refuses("conversations.themes.taken", () -> tended.rename(admin, theme, taken.toUpperCase(Locale.ROOT), 1));
    }

    @Test
    void aRetiredThemeIsNotOfferedAndStaysWhereItIs() {
        String name = name("retired");
        TurnId turn = heard();
        UUID theme = themes.add(anna, turn, name).id();
        tended.retire(theme);

        assertThat(on(turn)).containsExactly(name);
        assertThat(themes.suggestions(name, 5)).isEmpty();
        refuses("conversations.theme.retired", () -> themes.add(anna, heard(), name));
        tended.restore(theme);
        assertThat(themes.suggestions(name, 5)).hasSize(1);
    }

    @Test
    void pointsOutANameThatIsMuchLikeAKnownOne() {
        String name = name("double entry");
        UUID theme = make(name);
        assertThat(themes.muchLike(name + "s")).extracting(ThemeView::id).contains(theme);
        assertThat(themes.muchLike(name)).isEmpty();
        assertThat(themes.muchLike("zzqx " + Ids.next().hashCode())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "…", "\u200B"})
    void refusesANameThatSaysNothing(String name) {
        refuses("conversations.words.missing", () -> tended.make(admin, Ids.next(), name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from theme",
                "delete from theme_merge",
                "update theme_name set name = 'Other'",
                "update theme set stands_for = (select id from theme t where t.id <> theme.id limit 1)",
                "update theme set merged_into = id, stands_for = id",
                "insert into theme (id, name, stands_for) select uuidv7(), upper(name), id from theme limit 1",
                "update theme_merge set merged_at = now()",
            })
    void theDatabaseRefusesToLoseOrMixUpThemes(String statement) {
        merge(make(name("a")), make(name("b")));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update());
    }

    private boolean merged(UUID theme, UUID into) {
        try {
            merge(theme, into);
            return true;
        } catch (RuleRefused refused) {
            return false;
        }
    }

    private UUID merge(UUID theme, UUID into) {
        UUID id = Ids.next();
        tended.merge(admin, new MergeThemes(id, theme, into));
        return id;
    }

    private UUID make(String name) {
        UUID id = Ids.next();
        tended.make(admin, id, name);
        return id;
    }

    private List<String> on(TurnId turn) {
        return turns.find(anna, turn).orElseThrow().themes().stream()
                .map(ThemeView::name)
                .toList();
    }

    private TurnId heard() {
        return scene.heard(anna, talk, helen, "We type it twice.");
    }

    private static String name(String word) {
        return word + " " + Ids.next();
    }

    private static void refuses(String key, Runnable deed) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(deed::run)
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
