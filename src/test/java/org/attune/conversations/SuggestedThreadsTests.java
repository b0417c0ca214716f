package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class SuggestedThreadsTests {

    private static final String SUGGESTION = "Follow this up?";

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private SuggestedThreads suggested;

    @Autowired
    private Threads threads;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void aConversation() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        talk = scene.begun(anna, helen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Honestly, I’m worried about March.",
                "It is such a mess every month.",
                "Das ist ein ziemliches Chaos bei uns.",
                "Ich ärgere mich jedes Mal.",
                "And who pays for that?"
            })
    void whatBothersSomebodyOrAsksSomethingIsSuggested(String words) {
        scene.heard(anna, talk, helen, words);

        assertThat(page()).contains(SUGGESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"We have thirty-one drivers.", "A painter did the wall.", "The almost lossless one, please."})
    void whatOnlyTellsIsNot(String words) {
        scene.heard(anna, talk, helen, words);

        assertThat(page()).doesNotContain(SUGGESTION);
    }

    @Test
    void oneKeyMakesItAThread() {
        TurnId said = scene.heard(anna, talk, helen, "I’m worried about March.");

        assertThat(post("/turns/" + said.value() + "/thread")).hasStatus3xxRedirection();

        assertThat(threads.of(anna, helen, 5)).hasSize(1);
        assertThat(page()).doesNotContain(SUGGESTION);
    }

    @Test
    void whatIsWavedAwayIsNotSuggestedAgainAndCanStillBecomeAThread() {
        TurnId said = scene.heard(anna, talk, helen, "I’m worried about March.");

        assertThat(post("/turns/" + said.value() + "/thread/refusal")).hasStatus3xxRedirection();
        assertThat(page()).doesNotContain(SUGGESTION);
        assertThat(threads.of(anna, helen, 5)).isEmpty();
        assertThat(post("/turns/" + said.value() + "/thread")).hasStatus3xxRedirection();

        assertThat(threads.of(anna, helen, 5)).hasSize(1);
    }

    @Test
    void whatAQuestionFollowsOrAResponseNamesIsNotSuggestedAnyMore() {
        TurnId followed = scene.heard(anna, talk, helen, "I’m worried about March.");
        TurnId named = scene.heard(anna, talk, helen, "And the stress with the drivers.");
        scene.asked(anna, talk, "What happens in March?", followed);
        scene.heard(anna, talk, helen, "We close the books.");
        scene.responded(anna, talk, "Then we look at the drivers first.", named);

        assertThat(suggested.among(turns.of(anna, List.of(followed, named)))).isEmpty();
    }

    @Test
    void theirQuestionIsLeftToTheChipThatSaysItWaits() {
        TurnId asked = scene.heard(anna, talk, helen, "And who pays for that?", Mark.THEIR_QUESTION);

        assertThat(suggested.among(turns.of(anna, List.of(asked)))).isEmpty();
    }

    @Test
    void nobodyWavesAwayWhatTheyMayNotRead() {
        TurnId said = scene.heard(anna, talk, helen, "I’m worried about March.");

        assertThat(mvc.post()
                        .uri("/turns/" + said.value() + "/thread/refusal")
                        .with(signedIn(somebody.whoSells()))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(page()).contains(SUGGESTION);
    }

    private String page() {
        MvcTestResult page = mvc.get()
                .uri("/conversations/" + talk.value())
                .with(signedIn(anna))
                .exchange();
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String path) {
        return mvc.post().uri(path).with(signedIn(anna)).with(csrf()).exchange();
    }
}
