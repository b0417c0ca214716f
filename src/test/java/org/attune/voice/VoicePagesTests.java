package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of the voice. */
@AttuneTest
class VoicePagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Themes themes;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private TurnId unthemed;
    private TurnId reaction;
    private UUID theme;
    private String name;

    @BeforeEach
    void somethingWasHeard() {
        anna = somebody.whoSells();
        ContactId helen = scene.contactOf(anna, "Helena", "Brandtner");
        name = "Gates <" + Ids.next().toString().substring(24) + ">";
        ConversationId talk = scene.begun(anna, Visibility.ALL, helen);
        theme = themes.add(anna, scene.heard(anna, talk, helen, "=Ask Helena, she waits at the gate."), name)
                .id();
        TurnId asked = scene.heard(anna, talk, helen, "What does waiting cost us?", Mark.THEIR_QUESTION);
        scene.responded(anna, talk, "Nobody has counted it yet.", asked);
        reaction = scene.heard(anna, talk, helen, "Then let us count it together.", Mark.REACTION);
        unthemed = scene.heard(anna, talk, helen, "The <script> waits at the gate with everybody else.");
    }

    @Test
    void showsThemesTheirWordsAndWhatLanded() {
        String said = "=Ask Helena, she waits at the gate.";
        assertThat(get("/voice")).hasStatusOk();
        assertThat(get("/voice?theme=" + theme))
                .hasStatusOk()
                .bodyText()
                .contains(escaped(name), said, "Helena Brandtner", "too few to say");
        wears("marketing");
        assertThat(get("/voice?theme=" + theme))
                .hasStatusOk()
                .bodyText()
                .contains("=Ask […], she waits at the gate.", "without names")
                .doesNotContain("Helena", "Brandtner");
        assertThat(get("/voice/themes/" + theme))
                .hasStatusOk()
                .bodyText()
                .contains("Show the numbers")
                .doesNotContain("Helena");
        assertThat(get("/voice/themes/" + theme + "/people"))
                .hasStatusOk()
                .bodyText()
                .contains("once")
                .doesNotContain("Helena");
        assertThat(get("/voice/themes/" + theme + "/phrases"))
                .hasStatusOk()
                .bodyText()
                .contains("Monroe");
        assertThat(get("/voice/themes/" + theme + "/phrases?said=gate"))
                .hasStatusOk()
                .bodyText()
                .contains("waits at the gate");
        assertThat(get("/voice/questions"))
                .hasStatusOk()
                .bodyText()
                .contains("What does waiting cost us?", "answered:");
        assertThat(get("/voice/questions?open=true")).hasStatusOk();
        assertThat(get("/voice/landed")).hasStatusOk();
        assertThat(get("/voice/themes/" + Ids.next())).hasStatus(404);
    }

    @Test
    void saysWhatIsWrongWithDaysAndKnowsNothingOfWhatOthersSee() {
        assertThat(get("/voice?period=custom&from=2026-03-02&until=2026-03-01"))
                .hasStatus(422)
                .bodyText()
                .contains("The last day comes before the first.", "2026-03-02");
        assertThat(get("/voice?period=custom&from=x&until=")).hasStatus(422);
        assertThat(get("/voice?period=year")).hasStatusOk();
        assertThat(get("/voice?period=decade")).hasStatus(404);
        assertThat(get("/voice?stage=nowhere")).hasStatus(404);
        assertThat(get("/voice?tag=only-helena")).hasStatus(404);
        assertThat(get("/voice?team=" + anna.uuid())).hasStatus(404);
        assertThat(get("/voice?company=" + Ids.next())).hasStatus(404);
    }

    @Test
    void sortsOneAfterTheOtherAndTakesItBack() {
        assertThat(get("/voice/sorting"))
                .hasStatusOk()
                .bodyText()
                .contains("The &lt;script&gt; waits at the gate", "data-key=\"n\"");
        String page = "/voice/sorting/" + unthemed.value();
        assertThat(post(page, "theme", " ")).hasStatus(422).bodyText().contains("theme-error");
        assertThat(post(page, "theme", name)).hasStatus(303);
        assertThat(post(page, "theme", name)).hasStatus(303);
        assertThat(get("/voice/themes/" + theme)).bodyText().contains("2 times");
        assertThat(post(page + "/undo?theme=" + theme, "x", "x")).hasStatus(303);
        assertThat(get("/voice/themes/" + theme)).bodyText().contains("once");
        assertThat(post(page + "/none", "x", "x")).hasStatus(303);
        assertThat(get("/voice/sorting")).bodyText().doesNotContain("The &lt;script&gt; waits");
    }

    @Test
    void notesHowSomethingWasMeant() {
        String page = "/voice/reactions/" + reaction.value();
        assertThat(post(page, "reaction", "splendid")).hasStatus(404);
        assertThat(post(page, "reaction", "good")).hasStatus(303);
        assertThat(jdbc.sql("select reaction from heard_reaction where turn_id = :id")
                        .param("id", reaction.value())
                        .query(String.class)
                        .single())
                .isEqualTo("good");
    }

    @Test
    void takesItAlongWithoutNamesAndWithoutFormulas() {
        assertThat(post("/voice/export", "theme", theme.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("'=Ask […], she waits at the gate.", "word for word")
                .doesNotContain("Helena");
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }

    private void wears(String hat) {
        assertThat(post("/hat", "hat", hat)).hasStatus(303);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(anna)).exchange();
    }

    private MvcTestResult post(String path, String field, String value) {
        return mvc.post()
                .uri(path)
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .param(field, value)
                .exchange();
    }
}
