package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Locale;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Notes;
import org.attune.conversations.ProposalState;
import org.attune.conversations.ProposalView;
import org.attune.platform.Ids;
import org.attune.platform.web.Flash;
import org.attune.platform.web.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class NotesPageTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Notes notes;

    @Autowired
    private MessageSource messages;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;
    private ConversationId talk;

    @BeforeEach
    void aConversation() {
        anna = somebody.whoSells();
        talk = scene.begun(anna, scene.contactOf(anna));
    }

    @Test
    void whatIsRefusedStaysProposedAndItIsSaidWhy() {
        notes.sort(anna, talk, Ids.next(), "! it does\nh: we close on the eleventh\n? what happens then");

        MvcTestResult done = confirmedAll();

        assertThat(done).hasStatus3xxRedirection();
        assertThat(notes.proposals(anna, talk))
                .extracting(ProposalView::state)
                .containsExactly(ProposalState.PROPOSED, ProposalState.CONFIRMED, ProposalState.CONFIRMED);
        Said said =
                (Said) Objects.requireNonNull(done.getMvcResult().getFlashMap().get(Flash.NAME));
        assertThat(messages.getMessage(said.key(), said.arguments().toArray(), Locale.UK))
                .isEqualTo("2 turns confirmed. One stays proposed: Choose what you are answering.");
    }

    @Test
    void whatHoldsIsConfirmedAltogetherAndCountedOnce() {
        notes.sort(anna, talk, Ids.next(), "h: we close on the eleventh\n? what happens then");

        confirmedAll();

        assertThat(notes.proposals(anna, talk)).extracting(ProposalView::state).containsOnly(ProposalState.CONFIRMED);
    }

    private MvcTestResult confirmedAll() {
        return mvc.post()
                .uri("/conversations/{id}/proposals", talk.value())
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
    }
}
