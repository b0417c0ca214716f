package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.people.ContactId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    private MvcTestResult page(String part) {
        return mvc.get()
                .uri("/conversations/" + talk.value() + part)
                .with(Somebody.signedIn(anna))
                .exchange();
    }
}
