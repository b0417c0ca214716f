package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class NotesTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Notes notes;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private ConversationsSeen conversations;

    private Viewer anna;
    private ContactId helen;
    private ContactId petra;
    private ConversationId talk;

    @BeforeEach
    void aConversationWithTwoCustomers() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        petra = scene.contactOf(anna, "Petra", "Kühn");
        talk = scene.begun(anna, helen, petra);
    }

    @Test
    void proposalsCountForNothingUntilTheyAreConfirmed() {
        List<ProposalView> proposals = sorted("""
                h: we close on the eleventh
                ? what happens between the fifth and the eleventh
                p: does it take Polish?
                ! it does""");
        assertThat(proposals).hasSize(4);
        assertThat(conversations.find(anna, talk).turns()).isZero();

        proposals.forEach(proposal -> notes.confirm(anna, proposal.id()));
        proposals.forEach(proposal -> notes.confirm(anna, proposal.id()));

        List<TurnView> logged = turns.page(anna, talk, null, 9).turns();
        assertThat(logged)
                .extracting(TurnView::kind)
                .containsExactly(TurnKind.HEARD, TurnKind.ASKED, TurnKind.HEARD, TurnKind.RESPONDED);
        assertThat(logged).extracting(TurnView::id).containsExactlyElementsOf(ids(proposals));
        assertThat(logged.get(3).answers())
                .extracting(TurnRef::id)
                .containsExactly(proposals.get(2).id());
        assertThat(notes.proposals(anna, talk)).allSatisfy(proposal -> {
            assertThat(proposal.state()).isEqualTo(ProposalState.CONFIRMED);
            assertThat(proposal.turn()).isEqualTo(proposal.id());
        });
    }

    @Test
    void theSameTextTwiceProposesNothingTwice() {
        UUID text = Ids.next();
        notes.sort(anna, talk, text, "h: one\nh: two");
        notes.sort(anna, talk, text, "h: one\nh: two");
        notes.sort(anna, talk, Ids.next(), "p: three");

        assertThat(notes.proposals(anna, talk)).extracting(ProposalView::words).containsExactly("one", "two", "three");
    }

    @Test
    void aProposalIsChangedSplitJoinedAndLeftOut() {
        List<ProposalView> proposals = sorted("the month closes late. and petra has a list\nit rains\nnothing more");
        ProposalView first = proposals.get(0);
        assertThat(first.needsSpeaker()).isTrue();

        notes.change(
                anna,
                new ChangeProposal(
                        first.id(),
                        TurnKind.HEARD,
                        helen,
                        Exactness.FROM_MEMORY,
                        "The month closes late. And Petra has a list.",
                        0));
        TurnId rest = new TurnId(Ids.next());
        notes.split(anna, first.id(), rest, "The month closes late.".length(), 1);
        notes.leaveOut(anna, proposals.get(1).id());
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> notes.split(anna, first.id(), new TurnId(Ids.next()), 3, 0));

        List<ProposalView> split = notes.proposals(anna, talk);
        assertThat(split)
                .extracting(ProposalView::words)
                .containsExactly("The month closes late.", "And Petra has a list.", "it rains", "nothing more");
        assertThat(split.get(1).speaker()).isEqualTo(helen);
        assertThat(split.get(2).state()).isEqualTo(ProposalState.LEFT_OUT);

        notes.join(anna, split.get(3).id(), 0);
        notes.bringBack(anna, proposals.get(1).id());
        assertThat(notes.proposals(anna, talk))
                .extracting(ProposalView::words)
                .containsExactly("The month closes late.", "And Petra has a list.\nnothing more", "it rains");
    }

    @Test
    void aPersonHasTheLastWordOnWhatIsConfirmed() {
        ProposalView proposal = sorted("closes the month on the eleventh").get(0);

        notes.confirm(
                anna,
                new LogTurn(
                        proposal.id(),
                        talk,
                        TurnKind.HEARD,
                        petra,
                        Exactness.WORD_FOR_WORD,
                        "We close on the eleventh.",
                        null,
                        null,
                        Set.of(),
                        null,
                        Set.of(Mark.PERSONAL)));

        TurnView turn = turns.find(anna, proposal.id()).orElseThrow();
        assertThat(turn.words()).isEqualTo("We close on the eleventh.");
        assertThat(turn.speaker()).isEqualTo(petra);
        assertThat(turn.marks()).containsExactly(Mark.PERSONAL);
    }

    @Test
    void aWholeCallIsConfirmedLineByLine() throws IOException {
        ContactId jennifer = scene.contactOf(anna, "Jennifer", "Wu");
        ContactId david = scene.contactOf(anna, "David", "Park");
        ConversationId call = scene.begun(anna, jennifer, david);
        notes.sort(anna, call, Ids.next(), discoveryCall());

        List<ProposalView> said = notes.proposals(anna, call).stream()
                .filter(proposal -> proposal.state() == ProposalState.PROPOSED)
                .toList();
        said.forEach(proposal -> notes.confirm(anna, proposal.id()));

        assertThat(said).hasSize(47);
        List<TurnView> logged = turns.page(anna, call, null, 100).turns();
        assertThat(logged)
                .extracting(TurnView::words)
                .containsExactlyElementsOf(
                        said.stream().map(ProposalView::words).toList());
        assertThat(logged)
                .filteredOn(turn ->
                        turn.kind() == TurnKind.ASKED && !turn.answeredBy().isEmpty())
                .hasSizeGreaterThan(5);
        assertThat(logged)
                .filteredOn(turn -> turn.kind() == TurnKind.RESPONDED)
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.answers()).isNotEmpty());
    }

    private static String discoveryCall() throws IOException {
        try (InputStream call =
                Objects.requireNonNull(NotesTests.class.getResourceAsStream("/sales_calls/discovery-call-01.md"))) {
            return new String(call.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whoeverMayNotReadTheConversationFindsNoProposal() {
        ProposalView proposal = sorted("h: between us").get(0);
        Viewer stranger = somebody.whoSells();

        assertThat(notes.proposals(stranger, talk)).isEmpty();
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> notes.confirm(stranger, proposal.id()));
    }

    private List<ProposalView> sorted(String text) {
        notes.sort(anna, talk, Ids.next(), text);
        return notes.proposals(anna, talk);
    }

    private static List<TurnId> ids(List<ProposalView> proposals) {
        return proposals.stream().map(ProposalView::id).toList();
    }
}
