package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class ConversationPageTests {

    private static final String NOW_MARKETING = "<span class=\"newhat\"><span class=\"hatword m\">";

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Assumptions assumptions;

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

    @Test
    void theTurnAtWhichTheHatChangedSaysSo() {
        scene.heard(anna, talk, helen, "We close on the eleventh.");
        assertThat(page("")).bodyText().doesNotContain("newhat");

        conversations.wear(anna, talk, Hat.MARKETING);
        scene.heard(anna, talk, helen, "Who else does it like that?");

        assertThat(page("")).bodyText().containsOnlyOnce(NOW_MARKETING);
        assertThat(page("/turns?after=1")).bodyText().containsOnlyOnce(NOW_MARKETING);
    }

    @Test
    void whoMayReadItIsSaidBeforeItIsChosen() {
        assertThat(page(""))
                .bodyText()
                .contains("Others see that it took place. Turns an offer stands on become readable with that offer.")
                .contains("Words may appear in Voice of the customer, without names.");
    }

    @Test
    void closingLeadsToWhomTheyBroughtUs() {
        assertThat(page("/closing")).bodyText().contains("/contacts/" + helen.value() + "/introductions");
    }

    @Test
    void anAssumptionThatTheyCorrectedIsShownWithHowItReallyIs() {
        UUID assumption = Ids.next();
        assumptions.make(anna, assumption, helen, "The delay starts in dispatch.");

        assertThat(closed(assumption, "CONFIRMED", "It starts with her."))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"It starts with her.\"");
        assertThat(closed(assumption, null, "It starts with her.")).hasStatus3xxRedirection();

        assertThat(mvc.get()
                        .uri("/contacts/{id}", helen.value())
                        .with(Somebody.signedIn(anna))
                        .exchange())
                .bodyText()
                .contains("The delay starts in dispatch.", "Corrected</span>", ": It starts with her.");
    }

    private MvcTestResult closed(UUID assumption, @Nullable String settled, String really) {
        var request = mvc.post()
                .uri("/conversations/{id}/closing", talk.value())
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .param("id", Ids.next().toString())
                .param("outcome", "CONTINUES")
                .param("side", "us")
                .param("next", "Send the comparison")
                .param("due", LocalDate.now().plusDays(3).toString())
                .param("way", "KEEP_TALKING")
                .param("corrections[" + assumption + "]", really);
        if (settled != null) {
            request.param("settled[" + assumption + "]", settled);
        }
        return request.exchange();
    }

    private MvcTestResult page(String part) {
        return mvc.get()
                .uri("/conversations/" + talk.value() + part)
                .with(Somebody.signedIn(anna))
                .exchange();
    }
}
