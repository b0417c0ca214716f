package org.attune.conversations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a conversation, as they are logged. Logging takes the same number of statements at turn 3 and at turn
 * 3,000; whoever logs at the same time waits for the other, and both turns are kept.
 */
@Component
@Transactional
public class Turns {

    private static final Duration AFTERWARDS = Duration.ofHours(2);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
    private static final int LONGEST_UNDERSTANDING = 5_000;

    private final ConversationRows conversations;
    private final TurnRows rows;
    private final TurnLinks links;
    private final AlikeResponses alike;
    private final ContactSight sight;
    private final ConversationNews news;
    private final Clock clock;

    Turns(
            ConversationRows conversations,
            TurnRows rows,
            TurnLinks links,
            AlikeResponses alike,
            ContactSight sight,
            ConversationNews news,
            Clock clock) {
        this.conversations = conversations;
        this.rows = rows;
        this.links = links;
        this.alike = alike;
        this.sight = sight;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Logs a turn, and resumes a conversation that rests. The same id with the same content is the same turn.
     *
     * @throws ChangedMeanwhile where a turn of this id stands there with other content; both are handed back
     * @throws RuleRefused where the conversation is over, or a response is not open yet
     */
    public LoggedTurn log(Viewer viewer, LogTurn typed) {
        Conversation conversation = conversations.lock(viewer, typed.conversation());
        LogTurn log = fromWhoTheyAre(clean(typed));
        StoredTurn stored = rows.find(log.id());
        if (stored != null) {
            return sameAs(stored, log);
        }
        conversation.goesOn();
        guard(viewer, log);
        NewTurn turn = turn(viewer, conversation, log);
        TurnRows.Appended appended = rows.append(turn);
        int seq = appended.seq();
        links.link(turn, log);
        if (log.kind() == TurnKind.RESPONDED) {
            alike.keep(viewer, turn.conversation(), turn.id(), turn.words());
        }
        Set<TurnId> proposed = log.kind().isTheirs() ? links.propose(turn.conversation(), log, seq) : Set.of();
        news.tell(new TurnLogged(log.id(), log.conversation(), log.kind()));
        proposed.forEach(question -> news.tell(new AnswerNoted(question, log.id(), viewer.id())));
        tellOf(log, appended.more(), conversations.participants(log.conversation()));
        return new LoggedTurn(log.id(), seq, proposed);
    }

    /** What is marked, or answers and picks up something, is more than another sentence. */
    private void tellOf(LogTurn log, boolean more, List<ContactId> participants) {
        if (more && log.marks().isEmpty() && log.answers().isEmpty() && log.follows() == null) {
            news.saidMore(participants);
        } else {
            news.changed(participants);
        }
    }

    /** Whether a response can be logged here, and if not, what is missing. */
    @Transactional(readOnly = true)
    public Opening opening(Viewer viewer, ConversationId conversation) {
        return rows.opening(viewer, conversation);
    }

    private LoggedTurn sameAs(StoredTurn stored, LogTurn log) {
        if (!stored.isSame(log)) {
            throw new ChangedMeanwhile(stored.wordsIn(log.conversation()), log.words());
        }
        return new LoggedTurn(stored.id(), stored.seq(), links.questionsOf(stored.id()));
    }

    private static LogTurn clean(LogTurn log) {
        return new LogTurn(
                log.id(),
                log.conversation(),
                log.kind(),
                log.speaker(),
                log.exactness(),
                Words.said(log.words()),
                Words.optional(log.understanding(), LONGEST_UNDERSTANDING, "understanding"),
                Rows.maybeKept(log.saidAt()),
                log.answers(),
                log.follows(),
                log.marks(),
                log.kind() == TurnKind.ASKED ? log.from() : null);
    }

    /** Whoever was merged since the page was opened, or a moment ago, still speaks: as the one who was kept. */
    private LogTurn fromWhoTheyAre(LogTurn log) {
        return log.speaker() == null ? log : log.saidBy(sight.today(log.speaker()));
    }

    private void guard(Viewer viewer, LogTurn log) {
        if (log.kind().isTheirs()) {
            speakerIsThere(viewer, log);
        } else if (log.speaker() != null || log.exactness() != null) {
            throw new RuleRefused("conversations.turn.ours-has-no-speaker", "speaker");
        }
        if (log.marks().stream().anyMatch(mark -> !mark.fits(log.kind()))) {
            throw new RuleRefused("conversations.mark.only-on-heard", "marks");
        }
        if (log.follows() != null) {
            only(log.kind() == TurnKind.ASKED, "conversations.turn.only-a-question-follows", "follows");
            rows.heardFrom(viewer, log.conversation(), Set.of(log.follows()));
        }
        if (log.kind() == TurnKind.RESPONDED) {
            response(viewer, log);
        } else {
            only(log.answers().isEmpty(), "conversations.turn.only-a-response-answers", "answers");
        }
    }

    private void speakerIsThere(Viewer viewer, LogTurn log) {
        ContactId speaker = log.speaker();
        if (speaker == null) {
            throw new RuleRefused("conversations.speaker.missing", "speaker");
        }
        only(log.exactness() != null, "conversations.exactness.missing", "exactness");
        only(rows.isParticipant(viewer, log.conversation(), speaker), "conversations.speaker.not-there", "speaker");
    }

    private void response(Viewer viewer, LogTurn log) {
        only(!log.answers().isEmpty(), "conversations.response.names-nothing", "answers");
        List<HeardTurn> named = rows.heardFrom(viewer, log.conversation(), log.answers());
        rows.opening(viewer, log.conversation()).admit(named.stream().anyMatch(HeardTurn::theirQuestion));
    }

    private NewTurn turn(Viewer viewer, Conversation conversation, LogTurn log) {
        Instant now = clock.instant();
        Instant saidAt = log.saidAt() == null ? usually(conversation, now) : log.saidAt();
        only(!saidAt.isAfter(now.plus(CLOCKS_DIFFER_BY)), "conversations.happened.in-the-future", "saidAt");
        return NewTurn.of(log, conversation.hat, saidAt, now, viewer.id());
    }

    /** Now; but what is logged long after it was said was said when the conversation took place. */
    private static Instant usually(Conversation conversation, Instant now) {
        Instant happenedAt = Objects.requireNonNullElse(conversation.happenedAt, now);
        return conversation.loggedAt.minus(AFTERWARDS).isAfter(happenedAt) ? happenedAt : now;
    }

    private static void only(boolean so, String messageKey, String field) {
        if (!so) {
            throw new RuleRefused(messageKey, field);
        }
    }
}
