package org.attune.conversations;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Putting a turn right. For a day, and until something stands on it, whoever logged it or owns the conversation rewords
 * or withdraws it; afterwards what stands is kept, and a correction is added. What we make of it is reworded any time.
 */
@Component
@Transactional
public class TurnEdits {

    static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final int LONGEST = 20_000;

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final WithdrawnTurns withdrawn;
    private final AlikeResponses alike;
    private final ConversationRows conversations;
    private final ConversationNews news;
    private final Clock clock;

    TurnEdits(
            JdbcClient jdbc,
            TurnRows turns,
            WithdrawnTurns withdrawn,
            AlikeResponses alike,
            ConversationRows conversations,
            ConversationNews news,
            Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.withdrawn = withdrawn;
        this.alike = alike;
        this.conversations = conversations;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Rewords a turn.
     *
     * @throws ChangedMeanwhile where it was reworded since the form was opened
     * @throws RuleRefused after a day, and where something stands on it
     */
    public void reword(Viewer viewer, RewordTurn reword) {
        StoredTurn turn = editable(viewer, reword.turn());
        String words = Words.said(reword.words());
        if (turn.version() != reword.version()) {
            throw new ChangedMeanwhile(turn.words() == null ? "" : turn.words(), words, turn.version());
        }
        if ((reword.exactness() != null) != turn.kind().isTheirs()) {
            throw new RuleRefused("conversations.exactness.missing", "exactness");
        }
        int count = NewTurn.counted(words, reword.exactness());
        try {
            update(turn, words, reword.exactness(), count);
        } catch (DataIntegrityViolationException somethingStandsOnIt) {
            throw new RuleRefused("conversations.turn.is-evidence");
        }
        if (turn.kind() == TurnKind.RESPONDED) {
            alike.keepAnew(viewer, turn, words);
        }
        recount(turn, count - turn.wordCount());
        news.changed(turn.conversation());
    }

    private void update(StoredTurn turn, String words, @Nullable Exactness exactness, int count) {
        Seal seal = Seal.of(words);
        jdbc.sql("""
                        update turn set words = :words, salt = :salt, seal = :seal, word_count = :count,
                               exactness = :exactness, version = version + 1
                         where id = :id""")
                .param("words", words)
                .param("salt", seal.salt())
                .param("seal", seal.digest())
                .param("count", count)
                .param("exactness", Rows.maybeWord(exactness))
                .param("id", turn.id().value())
                .update();
    }

    private void recount(StoredTurn turn, int difference) {
        jdbc.sql("""
                        update conversation set their_words = their_words + :theirs, our_words = our_words + :ours
                         where id = :id""")
                .param("theirs", turn.kind().isTheirs() ? difference : 0)
                .param("ours", turn.kind().isTheirs() ? 0 : difference)
                .param("id", turn.conversation().value())
                .update();
    }

    /**
     * Says anew what we make of a turn; possible at any time, it is no evidence.
     *
     * @param was what stood there when the form was opened
     * @throws ChangedMeanwhile where somebody else said it anew since
     */
    public void understand(Viewer viewer, TurnId turn, @Nullable String understanding, @Nullable String was) {
        turns.seen(viewer, turn);
        String wanted = Words.optional(understanding, 5_000, "understanding");
        int made = jdbc.sql("""
                        update turn set understanding = :wanted
                         where id = :id and (understanding is not distinct from :was::text
                                          or understanding is not distinct from :wanted::text)""")
                .param("wanted", wanted)
                .param("was", Words.cleanOrNone(was))
                .param("id", turn.value())
                .update();
        if (made == 0) {
            throw new ChangedMeanwhile(understandingOf(turn), Objects.requireNonNullElse(wanted, ""));
        }
    }

    private String understandingOf(TurnId turn) {
        return jdbc.sql("select coalesce(understanding, '') from turn where id = :id")
                .param("id", turn.value())
                .query(String.class)
                .single();
    }

    /** Adds what was meant to words that stand, with who and when. The same id twice adds it once. */
    public void correct(Viewer viewer, UUID id, TurnId turn, String words) {
        turns.seen(viewer, turn);
        String clean = Words.required(words, LONGEST, "words");
        int made = jdbc.sql("""
                        insert into turn_correction (id, turn_id, words, corrected_by, corrected_at)
                        values (:id, :turn, :words, :by, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("turn", turn.value())
                .param("words", clean)
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        if (made == 0) {
            Words.same(
                    jdbc.sql(
                                    "select words from turn_correction where id = :id and turn_id = :turn and corrected_by = :by")
                            .param("id", id)
                            .param("turn", turn.value())
                            .param("by", viewer.uuid())
                            .query(String.class)
                            .optional(),
                    clean);
        }
    }

    /**
     * Withdraws a turn: its row goes, its content is kept apart. Withdrawing it again changes nothing.
     *
     * @throws RuleRefused after a day, where a response would be left answering nothing, or where something stands on it
     */
    public void withdraw(Viewer viewer, TurnId id) {
        if (withdrawn.contains(viewer, id)) {
            return;
        }
        StoredTurn turn = editable(viewer, id);
        withdrawn.noResponseIsLeftAnsweringNothing(id);
        try {
            withdrawn.add(viewer, turn, clock.instant());
        } catch (DataIntegrityViolationException somethingStandsOnIt) {
            throw new RuleRefused("conversations.turn.is-used");
        }
        news.changed(turn.conversation());
    }

    /** Locks the conversation first, as logging does, so that its counts stay right. */
    private StoredTurn editable(Viewer viewer, TurnId id) {
        ConversationId of = turns.seen(viewer, id).conversation();
        Conversation conversation = conversations.lock(viewer, of);
        StoredTurn turn = turns.seen(viewer, id);
        if (!turn.loggedBy().equals(viewer.id()) && !conversation.owner.equals(viewer.id())) {
            throw new NotSeen("turn of somebody else");
        }
        if (turn.loggedAt().plus(OPEN_FOR).isBefore(clock.instant()) || turn.words() == null) {
            throw new RuleRefused("conversations.turn.day-is-over");
        }
        return turn;
    }
}
