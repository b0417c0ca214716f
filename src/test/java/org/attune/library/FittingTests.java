package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.RareWord;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.ConversationsSeen;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is suggested, when, to whom and why. The words are invented, because other tests write into the same library. */
@AttuneTest
class FittingTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Fitting fitting;

    @Autowired
    private ResponseUses uses;

    @Autowired
    private Shelf shelf;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private ConversationsSeen seen;

    @Autowired
    private Needs needs;

    @Autowired
    private Somebody somebody;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    /** A word that nobody else's materials have. */
    private String rare;

    /** Two more that stand beside each other. */
    private String twice;

    @BeforeEach
    void aConversation() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna, "Helen", "Brandt");
        talk = scene.begun(anna, helen);
        rare = RareWord.next();
        twice = rare + "double " + rare + "entry";
    }

    @Test
    void whatWasHeardLeadsToItWithTheVeryWords() {
        MaterialVersionId checklist = checklist();
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + " for us.");

        assertThat(suggested()).singleElement().satisfies(fit -> {
            assertThat(fit.version()).isEqualTo(checklist);
            assertThat(fit.why()).isEqualTo(Fit.Why.HEARD);
            assertThat(fit.words()).contains(twice);
            assertThat(fit.speaker()).isEqualTo("Helen");
            assertThat(fit.seq()).isOne();
        });
    }

    @ParameterizedTest
    @EnumSource(Hat.class)
    void nothingIsSuggestedBeforeSomethingWasHeardHere(Hat hat) {
        checklist();
        ConversationId before = scene.begun(anna, helen);
        TurnId said = scene.heard(anna, before, helen, "Every " + rare + " means " + twice + ".");
        needs.note(
                anna, new NoteNeed(new NeedId(Ids.next()), said, NeedKind.PROBLEM, rare + " " + twice, null, Set.of()));
        ConversationId here = scene.begunUnder(hat, anna, helen);
        scene.asked(anna, here, "What about the " + rare + " and the " + twice + "?");
        assertThat(fitting.to(anna, seen.find(anna, here))).isEmpty();

        scene.heard(anna, here, helen, "Nothing new.");

        assertThat(fitting.to(anna, seen.find(anna, here))).singleElement().satisfies(fit -> assertThat(fit.why())
                .isEqualTo(Fit.Why.NEED));
    }

    @Test
    void wordsAreFoundByTheRulesOfTheirLanguage() {
        String wort = rare + "buchung";
        shelf.material(anna, "de", "Häuser zählen " + rare, wort + "en und Häuser", "Zählen.");
        scene.heard(anna, talk, helen, "Jede " + wort + " für ein Haus machen wir zweimal.");

        assertThat(suggested()).singleElement().satisfies(fit -> assertThat(fit.words())
                .contains(wort, "Haus"));
    }

    @Test
    void whatIsPersonalOrSensitiveLeadsToNothing() {
        checklist();
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".", Mark.PERSONAL);
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".", Mark.SENSITIVE);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void whatIsRetiredOrOnlyADraftIsNotSuggested() {
        MaterialVersionId version = checklist();
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        assertThat(suggested()).hasSize(1);

        jdbc.sql("update material set retired_at = now(), retired_by = :by where id = :id")
                .param("by", anna.uuid())
                .param("id", shelf.materialOf(version).value())
                .update();

        assertThat(suggested()).isEmpty();
    }

    @Test
    void aStoryIsSuggestedOnlyWhileItMayBeTold() {
        StoryId story = shelf.story(anna, helen, "How the " + rare + " went", twice + " of " + rare);
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        assertThat(suggested()).isEmpty();

        shelf.consent(anna, story, "told");
        assertThat(suggested()).singleElement().satisfies(fit -> assertThat(fit.isStory())
                .isTrue());

        shelf.withdraw(anna, story);
        assertThat(suggested()).isEmpty();
    }

    @Test
    void whatMayOnlyBeToldIsNotWritten() {
        StoryId story = shelf.story(anna, helen, "How the " + rare + " went", twice + " of " + rare);
        shelf.consent(anna, story, "told");
        jdbc.sql("update conversation set channel = :channel where id = :id")
                .param("channel", Channel.EMAIL.name().toLowerCase(Locale.ROOT))
                .param("id", talk.value())
                .update();
        TurnId response = responded();

        assertThat(suggested()).isEmpty();
        assertThatThrownBy(() -> uses.note(anna, response, List.of(story)))
                .isInstanceOfSatisfying(RuleRefused.class, why -> assertThat(why.messageKey())
                        .isEqualTo("library.story.refused.aloud"));
        shelf.consent(anna, story, "written");
        assertThat(suggested()).hasSize(1);
        TurnId later = responded();
        uses.note(anna, later, List.of(story));
        assertThat(uses.of(anna, List.of(later)).get(later)).hasSize(1);
    }

    @Test
    void whatWasWavedAwayStaysAwayInThisConversationOnly() {
        MaterialId material = shelf.materialOf(checklist());
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");

        fitting.waveAway(anna, talk, material.value());
        fitting.waveAway(anna, talk, material.value());

        assertThat(suggested()).isEmpty();
        talk = scene.begun(anna, helen);
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        assertThat(suggested()).hasSize(1);
        Viewer stranger = somebody.whoSells();
        assertThatThrownBy(() -> fitting.waveAway(stranger, talk, material.value()))
                .isInstanceOf(NotSeen.class);
    }

    @Test
    void theThemeOfATurnIsAReasonToo() {
        UUID theme = Ids.next();
        jdbc.sql("insert into theme (id, name, stands_for) values (:id, :name, :id)")
                .param("id", theme)
                .param("name", "Theme " + rare)
                .update();
        shelf.material(anna, "en", "Counting once", "nothing in common", "Nothing.", "Theme " + rare);
        TurnId said = scene.heard(anna, talk, helen, "We do it all again in the evening.");
        jdbc.sql("insert into turn_theme (turn_id, theme_id) values (:turn, :theme)")
                .param("turn", said.value())
                .param("theme", theme)
                .update();

        assertThat(suggested()).anySatisfy(fit -> {
            assertThat(fit.why()).isEqualTo(Fit.Why.THEME);
            assertThat(fit.words()).containsExactly("Theme " + rare);
        });
    }

    @Test
    void atMostThreeAreSuggestedInAFixedNumberOfStatements() {
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        int few = Statements.during(() -> suggested());
        for (int n = 0; n < 5; n++) {
            shelf.material(anna, "en", "Counting " + n, twice + " of " + rare, "Count.");
            scene.heard(anna, talk, helen, "And " + rare + " again.");
        }

        assertThat(suggested()).hasSize(Weighing.AT_MOST);
        assertThat(Statements.during(() -> suggested())).isEqualTo(few);
    }

    @Test
    void theIndexesAreWhatItLooksIn() {
        List<String> lines = new TransactionTemplate(transactions).execute(small -> {
            // There is so little in the library that reading all of it would be quicker.
            for (String other : List.of("enable_seqscan", "enable_indexscan", "enable_indexonlyscan")) {
                jdbc.sql("select set_config(:other, 'off', true)")
                        .param("other", other)
                        .query(String.class)
                        .single();
            }
            return jdbc.sql("explain (costs off) " + FittingRows.CANDIDATES)
                    .param("words", new String[] {rare})
                    .param("whose", new Integer[] {0})
                    .param("themes", new UUID[0])
                    .param("themesOf", new Integer[0])
                    .param("given", new UUID[0])
                    .param("givenTo", new Integer[0])
                    .param("viewer", anna.uuid())
                    .param("most", 60)
                    .param("now", Timestamp.from(Instant.now()))
                    .param("written", false)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", Objects.requireNonNull(lines)))
                .contains("material_fits", "material_version_fits", "story_fits");
    }

    @Test
    void theResponseThatUsedItSaysSo() {
        MaterialVersionId version = checklist();
        scene.asked(anna, talk, "What happens with each form?");
        TurnId said = scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        String path = "/conversations/" + talk.value();
        assertThat(page(path))
                .contains("value=\"material:" + version.value() + "\"", twice + "”, which Helen said in turn 2");

        UUID id = Ids.next();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(mvc.post()
                            .uri(path + "/turns")
                            .with(Somebody.signedIn(anna))
                            .with(csrf())
                            .param("id", id.toString())
                            .param("move", "respond")
                            .param("text", "This list shows where the second entry comes from.")
                            .param("answers", said.value().toString())
                            .param("uses", "material:" + version.value()))
                    .hasStatus3xxRedirection();
        }

        assertThat(jdbc.sql("select count(*) from response_use where response_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(page(path))
                .contains("with “Counting " + rare + "”")
                .doesNotContain("value=\"material:" + version.value());
    }

    @Test
    void wavingAwayIsOneKeyOnThePage() {
        MaterialVersionId version = checklist();
        scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        String path = "/conversations/" + talk.value();

        assertThat(mvc.post()
                        .uri(path + "/fitting/refusals")
                        .with(Somebody.signedIn(anna))
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("item", shelf.materialOf(version).value().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"fitting\"")
                .doesNotContain(version.value().toString());
    }

    /** Whoever writes waits for their words alone: what may help is asked for with the next request, and also after a refusal. */
    @Test
    void loggingIsAnsweredBeforeWhatMayHelpIsLookedFor() {
        MaterialVersionId version = checklist();
        String path = "/conversations/" + talk.value();

        for (String words : List.of("Every " + rare + " means " + twice + ".", " ")) {
            assertThat(mvc.post()
                            .uri(path + "/turns")
                            .with(Somebody.signedIn(anna))
                            .with(csrf())
                            .header("HX-Request", "true")
                            .param("id", Ids.next().toString())
                            .param("speaker", helen.value().toString())
                            .param("text", words))
                    .bodyText()
                    .doesNotContain("id=\"fitting\"", version.value().toString());
        }
        assertThat(page(path)).contains("hx-get=\"" + path + "/fitting\"");
        assertThat(page(path + "/fitting"))
                .contains("id=\"fitting\"", "hx-swap-oob=\"true\"", "material:" + version.value());
    }

    @Test
    void withoutScriptWavingAwayKeepsWhatWasBeingWritten() {
        MaterialVersionId version = checklist();
        scene.asked(anna, talk, "What happens with each form?");
        TurnId said = scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        TurnId more = scene.heard(anna, talk, helen, "And nobody reads them.");

        assertThat(mvc.post()
                        .uri("/conversations/" + talk.value() + "/fitting/refusals")
                        .with(Somebody.signedIn(anna))
                        .with(csrf())
                        .param("item", shelf.materialOf(version).value().toString())
                        .param("move", "respond")
                        .param("text", "Half a sentence about " + rare)
                        .param("answers", said.value().toString()))
                .hasStatusOk()
                .bodyText()
                .contains("Half a sentence about " + rare, "data-move=\"respond\"")
                .containsPattern("value=\"" + said.value() + "\"\\s+checked")
                .doesNotContainPattern("value=\"" + more.value() + "\"\\s+checked")
                .doesNotContain(version.value().toString());
    }

    private MaterialVersionId checklist() {
        return shelf.material(anna, "en", "Counting " + rare, twice + ", " + rare, "What is written twice.");
    }

    private TurnId responded() {
        scene.asked(anna, talk, "What happens?");
        TurnId said = scene.heard(anna, talk, helen, "Every " + rare + " means " + twice + ".");
        return scene.responded(anna, talk, "Others write it once.", said);
    }

    private List<Fit> suggested() {
        return fitting.to(anna, seen.find(anna, talk));
    }

    private String page(String path) {
        try {
            return mvc.get()
                    .uri(path)
                    .with(Somebody.signedIn(anna))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
