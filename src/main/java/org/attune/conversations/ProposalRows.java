package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps proposed turns. */
@Component
class ProposalRows {

    private static final String PROPOSAL = """
            select q.*, coalesce(nullif(s.given_name, ''), s.name) as speaker_name
              from seen_conversation(:viewer) v join proposed_turn q on q.conversation_id = v.id
              left join seen_contact(:viewer) s on s.id = q.speaker_id
            """;

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ProposalView> all(Viewer viewer, ConversationId conversation) {
        return jdbc.sql(PROPOSAL + " where v.id = :conversation order by q.position")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query(ProposalRows::view)
                .list();
    }

    ProposalView seen(Viewer viewer, TurnId id) {
        return jdbc.sql(PROPOSAL + " where q.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(ProposalRows::view)
                .optional()
                .orElseThrow(() -> new NotSeen("proposal " + id.value()));
    }

    ConversationId conversationOf(Viewer viewer, TurnId id) {
        return jdbc.sql("""
                        select v.id from seen_conversation(:viewer) v
                          join proposed_turn q on q.conversation_id = v.id where q.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> Rows.conversation(row, "id"))
                .optional()
                .orElseThrow(() -> new NotSeen("proposal " + id.value()));
    }

    int lastPosition(ConversationId conversation) {
        return jdbc.sql("select coalesce(max(position), 0) from proposed_turn where conversation_id = :id")
                .param("id", conversation.value())
                .query(Integer.class)
                .single();
    }

    void add(ConversationId conversation, UUID id, int position, ProposedWords words) {
        Instant at = words.at();
        jdbc.sql("""
                        insert into proposed_turn (id, conversation_id, position, kind, speaker_id, speaker_label, exactness, words,
                                                   part, said_at, state)
                        values (:id, :conversation, :position, :kind, :speaker, :label, :exactness, :words, :part, :at, :state)
                        on conflict (id) do nothing""")
                .param("id", id)
                .param("conversation", conversation.value())
                .param("position", position)
                .param("kind", Rows.word(words.kind()))
                .param(
                        "speaker",
                        words.speaker() == null ? null : words.speaker().value())
                .param("label", words.label())
                .param("exactness", Rows.maybeWord(words.exactness()))
                .param("words", words.words())
                .param("part", Rows.word(words.part()))
                .param("at", at == null ? null : Rows.at(at))
                .param("state", Rows.word(words.isSaid() ? ProposalState.PROPOSED : ProposalState.LEFT_OUT))
                .update();
    }

    /** @return false where it was changed since, or is confirmed */
    boolean change(ChangeProposal change) {
        return jdbc.sql("""
                        update proposed_turn set kind = :kind, speaker_id = :speaker, exactness = :exactness, words = :words,
                               version = version + 1
                         where id = :id and version = :version and state <> 'confirmed'""")
                        .param("kind", Rows.word(change.kind()))
                        .param(
                                "speaker",
                                change.speaker() == null
                                        ? null
                                        : change.speaker().value())
                        .param("exactness", Rows.maybeWord(change.exactness()))
                        .param("words", change.words())
                        .param("id", change.proposal().value())
                        .param("version", change.version())
                        .update()
                == 1;
    }

    void confirmed(TurnId id) {
        jdbc.sql("""
                        update proposed_turn set state = 'confirmed', turn_id = id, version = version + 1
                         where id = :id and state <> 'confirmed'""").param("id", id.value()).update();
    }

    void state(TurnId id, ProposalState state) {
        jdbc.sql("""
                        update proposed_turn set state = :state, part = case when :state = 'proposed' then 'said' else part end,
                               version = version + 1
                         where id = :id and state <> 'confirmed' and state <> :state""").param("state", Rows.word(state)).param("id", id.value()).update();
    }

    /** Makes room for one more after this place. */
    void makeRoom(ConversationId conversation, int after) {
        jdbc.sql("""
                        update proposed_turn set position = position + 1
                         where conversation_id = :conversation and position > :after""")
                .param("conversation", conversation.value())
                .param("after", after)
                .update();
    }

    void remove(TurnId id) {
        jdbc.sql("delete from proposed_turn where id = :id and state <> 'confirmed'")
                .param("id", id.value())
                .update();
    }

    private static ProposalView view(ResultSet row, int n) throws SQLException {
        @Nullable TurnId turn = Rows.maybeTurn(row, "turn_id");
        return new ProposalView(
                Rows.turn(row, "id"),
                row.getInt("position"),
                Rows.named(TurnKind.class, row, "kind"),
                Rows.maybeContact(row, "speaker_id"),
                row.getString("speaker_name"),
                row.getString("speaker_label"),
                Rows.maybeNamed(Exactness.class, row, "exactness"),
                row.getString("words"),
                Rows.named(Part.class, row, "part"),
                Rows.maybeInstant(row, "said_at"),
                Rows.named(ProposalState.class, row, "state"),
                turn,
                row.getInt("version"));
    }
}
