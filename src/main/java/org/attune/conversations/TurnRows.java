package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends turns and finds the facts that decide whether one may be appended. */
@Component
class TurnRows {

    private final JdbcClient jdbc;

    TurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param more whether whoever speaks spoke there on that day before, in a conversation whose words are not measured */
    record Appended(int seq, boolean more) {}

    /** Takes the next number and counts, in one statement, whatever the length of the conversation. */
    Appended append(NewTurn turn) {
        boolean heard = turn.kind().isTheirs();
        return jdbc.sql("""
                        with numbered as (
                          update conversation
                             set last_seq = last_seq + 1, state = 'open', last_turn_at = :loggedAt, worked_on_at = :loggedAt,
                                 heard_turns = heard_turns + :heard, our_turns = our_turns + 1 - :heard,
                                 their_words = their_words + :theirWords, our_words = our_words + :ourWords,
                                 last_heard_at = case when :heard = 1 then greatest(last_heard_at, :saidAt) else last_heard_at end
                           where id = :conversation
                          returning last_seq)
                        insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness,
                                          understanding, said_at, logged_at, logged_by, follows_id, bank_question, bank_number)
                        select :id, :conversation, last_seq, :kind, :speaker, :hat, :words, :salt, :seal, :count, :exactness,
                               :understanding, :saidAt, :loggedAt, :by, :follows, w.question_id, w.number
                          from numbered
                          left join question_wording w on w.question_id = :question and w.number = :wording
                        returning seq, exists (
                          select from conversation_sum s cross join organisation o
                           where s.conversation_id = :conversation and not s.complete
                             and (case when :heard = 1 then case when s.contact_id = :speaker and s.own_turns > 0 then s.own_at end
                                       when s.our_turns > 0 then s.ours_at end at time zone o.zone)::date
                                 = (:saidAt at time zone o.zone)::date) as more""")
                .param("id", turn.id().value())
                .param("conversation", turn.conversation().value())
                .param("kind", Rows.word(turn.kind()))
                .param("speaker", uuid(turn.speaker()))
                .param("hat", Rows.word(turn.hat()))
                .param("words", turn.words())
                .param("salt", turn.seal().salt())
                .param("seal", turn.seal().digest())
                .param("count", turn.wordCount())
                .param("exactness", Rows.maybeWord(turn.exactness()))
                .param("understanding", turn.understanding())
                .param("saidAt", Rows.at(turn.saidAt()))
                .param("loggedAt", Rows.at(turn.loggedAt()))
                .param("by", turn.loggedBy().value())
                .param("follows", turn.follows() == null ? null : turn.follows().value())
                .param("question", turn.from() == null ? null : turn.from().question())
                .param("wording", turn.from() == null ? null : turn.from().number())
                .param("heard", heard ? 1 : 0)
                .param("theirWords", heard ? turn.wordCount() : 0)
                .param("ourWords", heard ? 0 : turn.wordCount())
                .query((row, n) -> new Appended(row.getInt("seq"), row.getBoolean("more")))
                .single();
    }

    /**
     * A turn of this id, wherever it stands.
     *
     * @throws RuleRefused where it was withdrawn: a late repeat does not bring it back
     */
    @Nullable
    StoredTurn find(TurnId id) {
        return jdbc.sql("""
                        select exists (select from withdrawn_turn w where w.id = i.id) as withdrawn,
                               t.*, array(select r.heard_id from reply r where r.response_id = t.id) as names
                          from (values (cast(:id as uuid))) i (id) left join turn t on t.id = i.id""")
                .param("id", id.value())
                .query(TurnRows::storedOrNone)
                .single()
                .orElse(null);
    }

    private static Optional<StoredTurn> storedOrNone(ResultSet row, int n) throws SQLException {
        if (row.getBoolean("withdrawn")) {
            throw new RuleRefused("conversations.turn.was-withdrawn");
        }
        return row.getObject("id") == null ? Optional.empty() : Optional.of(stored(row, n));
    }

    /** A turn of this id that the viewer may read. */
    StoredTurn seen(Viewer viewer, TurnId id) {
        return jdbc.sql("""
                        select t.*, array(select r.heard_id from reply r where r.response_id = t.id) as names
                          from seen_turn(:viewer) t where t.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(TurnRows::stored)
                .optional()
                .orElseThrow(() -> new NotSeen("turn " + id.value()));
    }

    /**
     * Whether somebody takes part in a conversation.
     *
     * @throws NotSeen where the viewer does not see them, or nothing may be known about them any more
     */
    boolean isParticipant(Viewer viewer, ConversationId conversation, ContactId contact) {
        return jdbc.sql("""
                        select exists (select from participant p
                                        where p.conversation_id = :conversation and p.contact_id = c.id)
                          from seen_contact(:viewer) c where c.id = :contact and c.erasure_id is null""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("contact", contact.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotSeen("contact " + contact.value()));
    }

    /**
     * Heard turns of these ids that were said by people of this conversation, here or earlier.
     *
     * @throws NotSeen where one is none of these, or may not be read
     */
    List<HeardTurn> heardFrom(Viewer viewer, ConversationId conversation, Set<TurnId> ids) {
        List<HeardTurn> heard = jdbc.sql("""
                        select t.id, exists (select from turn_mark m
                                              where m.turn_id = t.id and m.kind = 'their_question') as their_question
                          from seen_turn(:viewer) t
                          join participant p on p.conversation_id = :conversation and p.contact_id = t.speaker_id
                         where t.id in (:ids) and t.kind = 'heard'""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("ids", Rows.turns(ids))
                .query((row, n) -> new HeardTurn(Rows.turn(row, "id"), row.getBoolean("their_question")))
                .list();
        if (heard.size() != ids.size()) {
            throw new NotSeen("turn heard from these people");
        }
        return heard;
    }

    Opening opening(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select exists (select from participant p
                                         join seen_turn(:viewer) t on t.speaker_id = p.contact_id and t.kind = 'heard'
                                        where p.conversation_id = v.id) as heard,
                               exists (select from participant p
                                         join seen_turn(:viewer) t on t.speaker_id = p.contact_id and t.kind = 'heard'
                                         join answer a on a.heard_id = t.id
                                        where p.conversation_id = v.id) as answered,
                               exists (select from participant p
                                         join seen_turn(:viewer) t on t.speaker_id = p.contact_id and t.kind = 'heard'
                                         join turn_mark m on m.turn_id = t.id and m.kind = 'their_question'
                                        where p.conversation_id = v.id
                                          and not exists (select from reply r where r.heard_id = t.id)) as waits
                          from seen_conversation(:viewer) v where v.id = :conversation""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query((row, n) ->
                        new Opening(row.getBoolean("heard"), row.getBoolean("answered"), row.getBoolean("waits")))
                .single();
    }

    private static @Nullable UUID uuid(@Nullable ContactId contact) {
        return contact == null ? null : contact.value();
    }

    static StoredTurn stored(ResultSet row, int n) throws SQLException {
        UUID[] names = (UUID[]) row.getArray("names").getArray();
        return new StoredTurn(
                Rows.turn(row, "id"),
                Rows.conversation(row, "conversation_id"),
                row.getInt("seq"),
                Rows.named(TurnKind.class, row, "kind"),
                Rows.maybeContact(row, "speaker_id"),
                row.getString("words"),
                row.getInt("word_count"),
                Rows.maybeNamed(Exactness.class, row, "exactness"),
                row.getString("understanding"),
                Rows.instant(row, "said_at"),
                Rows.instant(row, "logged_at"),
                Rows.user(row, "logged_by"),
                Rows.maybeTurn(row, "follows_id"),
                row.getInt("version"),
                Arrays.stream(names).map(TurnId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
