package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A story as people meet it: written, agreed to, told, and not to be used any more. */
@AttuneTest
class StoryPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private StoryScene scene;

    @Autowired
    private Stories stories;

    private StoryScene.Told told;
    private String page;

    @BeforeEach
    void helenHasToldHers() {
        told = scene.told();
        page = "/library/stories/" + told.story().value();
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var form = mvc.post().uri(path).with(signedIn(told.maya())).with(csrf());
        fields.forEach(form::param);
        return form.exchange();
    }

    @Test
    void isWrittenWithHerWordsPickedFromWhatWasHeard() {
        MvcTestResult empty =
                get(told.maya(), "/library/stories/new?contact=" + told.helen().value());
        assertThat(empty).hasStatusOk().bodyText().contains("The story of Helen Brockmeier", "Half of it is lost");
        UUID id = Ids.next();
        assertThat(post(
                        "/library/stories",
                        Map.of(
                                "id",
                                id.toString(),
                                "contact",
                                told.helen().value().toString(),
                                "title",
                                "Written once",
                                "situation",
                                "Act now!",
                                "language",
                                "en",
                                "heard",
                                told.heard().toString())))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/library/stories/" + id);
        assertThat(get(told.maya(), "/library/stories/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("It stays within the team", "Half of it is lost", "It hurries them.", "It raises its voice.");
        assertThat(get(somebody.whoSells(), "/library/stories/" + id)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void asksWhoseItIsAndWhatIsMissing() {
        assertThat(get(told.maya(), "/library/stories/new?q=brockm"))
                .hasStatusOk()
                .bodyText()
                .contains("Helen Brockmeier");
        assertThat(post(
                        "/library/stories",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "contact",
                                told.helen().value().toString(),
                                "title",
                                " ",
                                "language",
                                "en",
                                "situation",
                                "Kept <b>in</b> the form",
                                "heard",
                                "no turn")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Give it a title.", "Kept &lt;b&gt;in&lt;/b&gt; the form");
    }

    @Test
    void saysWhatSheAllowedAndWhereSheSaidIt() {
        assertThat(get(told.maya(), page + "/consents/new"))
                .hasStatusOk()
                .bodyText()
                .contains("Half of it is lost");
        assertThat(post(page + "/consents", Map.of("id", Ids.next().toString(), "givenOn", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say how far it may go.", "Say whether it may carry their name.");
        assertThat(post(
                        page + "/consents",
                        Map.of(
                                "id",
                                Ids.next().toString(),
                                "scope",
                                "TOLD",
                                "named",
                                "false",
                                "givenOn",
                                LocalDate.now(told.maya().zone()).toString(),
                                "turn",
                                told.heard().toString())))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(told.maya(), page))
                .bodyText()
                .contains(
                        "Told in conversation",
                        "without their name",
                        "Names stand in the words",
                        "[…] typed everything");

        Viewer ben = somebody.whoSells();
        assertThat(get(ben, page))
                .hasStatusOk()
                .bodyText()
                .contains("Told without their name")
                .doesNotContain(
                        "Brockmeier", "Velo Nord", "/contacts/" + told.helen().value(), page + "/words");
        assertThat(get(ben, page + "/words")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(ben, "/library/stories?consent=yes&language=en"))
                .hasStatusOk()
                .bodyText()
                .contains(page);
        assertThat(get(ben, "/search?q=brockmeier")).bodyText().doesNotContain(page);
    }

    @Test
    void isNotUsedAnyMoreOnceSheSaysSo() {
        UUID consent = scene.allow(told, Scope.WRITTEN, true);
        scene.sent(told, "now()");
        String withdrawal = page + "/consents/" + consent + "/withdrawal";
        assertThat(post(withdrawal, Map.of("day", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a day.");
        String today = LocalDate.now(told.maya().zone()).toString();
        assertThat(post(withdrawal, Map.of("day", today)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl(page);
        assertThat(get(told.maya(), page))
                .bodyText()
                .contains(
                        "Not to be used since", "it was used once before", "Before they withdrew it. It stays a fact.")
                .doesNotContain("As it may leave the house");
        assertThat(get(somebody.whoSells(), page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(Objects.requireNonNull(
                                stories.find(told.maya(), told.story()).withdrawn())
                        .consent()
                        .withdrawnOn())
                .isEqualTo(today);
    }

    @Test
    void remarksAreShownWhileWriting() {
        assertThat(post("/library/remarks", Map.of("situation", "Buy now.", "language", "en")))
                .hasStatusOk()
                .bodyText()
                .contains("Buy now.", "It asks them to buy.", "hx-post");
        assertThat(post("/library/remarks", Map.of("body", "Count first.", "language", "xx")))
                .hasStatusOk()
                .bodyText()
                .contains("No sentence sounds like selling.");
    }
}
