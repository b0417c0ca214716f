package org.attune.conversations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jot first, sort afterwards: a text is sorted into proposed turns, which a person confirms, changes, splits, joins or
 * leaves out. Until then they count for nothing; the note itself can stay.
 */
@Component
@Transactional
public class Notes {

    private static final int LONGEST_TEXT = 500_000;
    private static final int MOST_PROPOSALS = 5_000;

    private final ConversationRows conversations;
    private final ConversationsSeen seen;
    private final ProposalRows rows;
    private final Turns turns;
    private final TurnsSeen turnsSeen;
    private final MailThreads mails;
    private final Clock clock;

    Notes(
            ConversationRows conversations,
            ConversationsSeen seen,
            ProposalRows rows,
            Turns turns,
            TurnsSeen turnsSeen,
            MailThreads mails,
            Clock clock) {
        this.conversations = conversations;
        this.seen = seen;
        this.rows = rows;
        this.turns = turns;
        this.turnsSeen = turnsSeen;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Sorts a text into proposals after those there are.
     *
     * @param text made beforehand, so that a repeat proposes nothing twice
     * @return how many pieces were found, the left out ones included
     */
    public int sort(Viewer viewer, ConversationId conversation, UUID text, String words) {
        return sort(viewer, conversation, text, words, Map.of(), Set.of());
    }

    /**
     * As {@link #sort(Viewer, ConversationId, UUID, String)}, where a person has said whose the names in the text are.
     *
     * @param theirs names of participants, as they stand in the text
     * @param ours names of ours, as they stand in the text
     */
    public int sort(
            Viewer viewer,
            ConversationId conversation,
            UUID text,
            String words,
            Map<String, ContactId> theirs,
            Set<String> ours) {
        Conversation locked = conversations.lock(viewer, conversation);
        locked.goesOn();
        String clean = Words.required(words, LONGEST_TEXT, "note");
        List<ProposedWords> found =
                Sorting.sort(clean, voices(viewer, conversation).with(theirs, ours), Around.now(viewer, clock));
        MailHeaders.in(clean.lines().toList(), Around.now(viewer, clock))
                .newest()
                .ifPresent(newest -> mails.keep(conversation, newest));
        if (found.size() > MOST_PROPOSALS) {
            throw new RuleRefused("conversations.notes.too-many", "note", MOST_PROPOSALS);
        }
        int position = rows.lastPosition(conversation);
        for (int n = 0; n < found.size(); n++) {
            rows.add(conversation, piece(text, n), position + n + 1, found.get(n));
        }
        return found.size();
    }

    /** Each piece of a text has an id of its own that a repeat arrives at again. */
    static UUID piece(UUID text, int number) {
        return new UUID(text.getMostSignificantBits(), text.getLeastSignificantBits() & ~0xFFFFL | number);
    }

    private Voices voices(Viewer viewer, ConversationId conversation) {
        ConversationView view = seen.find(viewer, conversation);
        List<String> ours = new ArrayList<>(List.of(viewer.name()));
        if (!view.mine()) {
            ours.add(view.ownerName());
        }
        return new Voices(
                view.participants().stream()
                        .map(person -> new Voices.Voice(person.id(), person.name(), person.givenName()))
                        .toList(),
                ours);
    }

    /** All of them in the order of the text, whatever became of them. */
    @Transactional(readOnly = true)
    public List<ProposalView> proposals(Viewer viewer, ConversationId conversation) {
        return rows.all(viewer, conversation);
    }

    /**
     * Puts a proposal right, without confirming it.
     *
     * @throws ChangedMeanwhile where it was changed or confirmed since the form was opened
     */
    public void change(Viewer viewer, ChangeProposal change) {
        ProposalView before = lock(viewer, change.proposal());
        ChangeProposal clean = new ChangeProposal(
                change.proposal(),
                change.kind(),
                change.kind().isTheirs() ? change.speaker() : null,
                change.kind().isTheirs() ? change.exactness() : null,
                Words.said(change.words()),
                change.version());
        if (!rows.change(clean)) {
            throw new ChangedMeanwhile(before.words(), clean.words(), before.version());
        }
    }

    /**
     * Confirms a proposal as it stands: it becomes a turn of the same id. What looks like a question of theirs is marked as
     * one; a response names what waits for it, or else the last thing heard.
     */
    public LoggedTurn confirm(Viewer viewer, TurnId proposal) {
        ProposalView view = lock(viewer, proposal);
        ConversationId conversation = rows.conversationOf(viewer, proposal);
        if (view.state() == ProposalState.CONFIRMED) {
            return turnsSeen
                    .find(viewer, proposal)
                    .map(turn -> new LoggedTurn(turn.id(), turn.seq(), Set.of()))
                    .orElseThrow(() -> new NotSeen("turn of proposal"));
        }
        return confirm(viewer, asTurn(viewer, conversation, view));
    }

    /**
     * Confirms a proposal as a person put it: the id of the turn is that of the proposal.
     *
     * @param log what {@link Turns#log} takes
     */
    public LoggedTurn confirm(Viewer viewer, LogTurn log) {
        ProposalView view = lock(viewer, log.id());
        LogTurn dated = log.saidAt() == null && view.saidAt() != null ? log.said(view.saidAt()) : log;
        LoggedTurn logged = turns.log(viewer, dated);
        rows.confirmed(log.id());
        return logged;
    }

    /**
     * As {@link #confirm(Viewer, LogTurn)}, by somebody who saw it as it was then.
     *
     * @throws ChangedMeanwhile where it was cut or joined since
     */
    public LoggedTurn confirm(Viewer viewer, LogTurn log, int version) {
        ProposalView view = lock(viewer, log.id());
        if (view.state() != ProposalState.CONFIRMED && view.version() != version) {
            throw new ChangedMeanwhile(view.words(), log.words(), view.version());
        }
        return confirm(viewer, log);
    }

    private LogTurn asTurn(Viewer viewer, ConversationId conversation, ProposalView view) {
        Set<TurnId> answers = view.kind() == TurnKind.RESPONDED ? waiting(viewer, conversation) : Set.of();
        Set<Mark> marks = view.looksLikeTheirQuestion() ? Set.of(Mark.THEIR_QUESTION) : Set.of();
        return new LogTurn(
                view.id(),
                conversation,
                view.kind(),
                view.speaker(),
                view.exactness(),
                view.words(),
                null,
                view.saidAt(),
                answers,
                null,
                marks);
    }

    private Set<TurnId> waiting(Viewer viewer, ConversationId conversation) {
        List<TurnRef> heard = turnsSeen.answerable(viewer, conversation, 10).stream()
                .map(AnswerableTurn::turn)
                .toList();
        return heard.stream()
                .filter(turn -> turn.conversation().equals(conversation))
                .findFirst()
                .or(() -> heard.stream().findFirst())
                .map(turn -> Set.of(turn.id()))
                .orElse(Set.of());
    }

    /**
     * Cuts a proposal in two.
     *
     * @param rest made beforehand, the id of its second half
     * @param at how many characters stay in the first
     */
    public void split(Viewer viewer, TurnId proposal, TurnId rest, int at, int version) {
        ProposalView view = lock(viewer, proposal);
        if (at <= 0 || at >= view.words().length()) {
            throw new RuleRefused("conversations.notes.split-inside", "at");
        }
        String first = Words.said(view.words().substring(0, at));
        String second = Words.said(view.words().substring(at));
        if (!rows.change(new ChangeProposal(proposal, view.kind(), view.speaker(), view.exactness(), first, version))) {
            throw new ChangedMeanwhile(view.words(), first + "\n" + second, view.version());
        }
        ConversationId conversation = rows.conversationOf(viewer, proposal);
        rows.makeRoom(conversation, view.position());
        ProposedWords words = new ProposedWords(
                view.kind(), view.speaker(), view.label(), view.exactness(), second, Part.SAID, view.saidAt());
        rows.add(conversation, rest.value(), view.position() + 1, words);
    }

    /** Joins a proposal to the one above it that is still a draft. */
    public void join(Viewer viewer, TurnId proposal, int version) {
        ProposalView view = lock(viewer, proposal);
        ProposalView above = rows.all(viewer, rows.conversationOf(viewer, proposal)).stream()
                .filter(other -> other.position() < view.position() && other.state() == ProposalState.PROPOSED)
                .reduce((before, after) -> after)
                .orElseThrow(() -> new RuleRefused("conversations.notes.nothing-above"));
        if (view.version() != version || view.state() == ProposalState.CONFIRMED) {
            throw new ChangedMeanwhile(view.words(), view.words(), view.version());
        }
        String words = Words.said(above.words() + "\n" + view.words());
        rows.change(new ChangeProposal(
                above.id(), above.kind(), above.speaker(), above.exactness(), words, above.version()));
        rows.remove(proposal);
    }

    public void leaveOut(Viewer viewer, TurnId proposal) {
        lock(viewer, proposal);
        rows.state(proposal, ProposalState.LEFT_OUT);
    }

    /** Proposes again what was left out, by a person or because it did not look like something said. */
    public void bringBack(Viewer viewer, TurnId proposal) {
        lock(viewer, proposal);
        rows.state(proposal, ProposalState.PROPOSED);
    }

    /** As everywhere, whoever writes to a conversation takes turns. */
    private ProposalView lock(Viewer viewer, TurnId proposal) {
        conversations.lock(viewer, rows.conversationOf(viewer, proposal));
        return rows.seen(viewer, proposal);
    }
}
