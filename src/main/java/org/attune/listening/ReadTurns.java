package org.attune.listening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnRef;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a conversation as one viewer may, for its facts; a fixed number of statements at any length. */
@Component
class ReadTurns {

    private final JdbcClient jdbc;

    ReadTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The turns the viewer may read, in their order. */
    List<ReadTurn> of(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("select " + SpokenTurns.COLUMNS + """
                        , array(select x.kind from mark_refused x where x.turn_id = t.id) as refused,
                          t.kind = 'responded' and exists (select from turn_alike a join seen_turn(:viewer) e on e.id = a.earlier_id
                             where a.turn_id = t.id) as alike
                          from seen_turn(:viewer) t where t.conversation_id = :conversation order by t.seq""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query((row, n) -> read(row))
                .list();
    }

    private static ReadTurn read(ResultSet row) throws SQLException {
        return new ReadTurn(
                SpokenTurns.read(row),
                row.getString("words"),
                row.getString("exactness"),
                Arrays.stream((String[]) row.getArray("refused").getArray())
                        .map(mark -> Mark.valueOf(mark.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("alike"));
    }

    /** The needs the viewer sees that were heard in it, and whether a response named something heard about them since. */
    List<HeardNeed> needs(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select n.id, n.title, exists (
                                 select from need_turn a join reply r on r.heard_id = a.heard_id join turn t on t.id = r.response_id
                                  where a.need_id = n.id and (t.said_at, t.conversation_id <> :conversation, t.seq)
                                      > (h.said_at, false, h.seq)) as answered
                          from (select distinct on (l.need_id) l.need_id, t.said_at, t.seq
                                  from need_turn l join seen_turn(:viewer) t on t.id = l.heard_id
                                 where t.conversation_id = :conversation order by l.need_id, t.said_at, t.seq) h
                          join seen_need(:viewer) n on n.id = h.need_id
                         order by h.said_at, h.seq, n.id""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query((row, n) -> new HeardNeed(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getBoolean("answered")))
                .list();
    }

    /** @param counted after the first ten of whoever had it */
    record Standing(boolean goneThrough, boolean counted) {}

    Standing standing(Viewer viewer, ConversationId conversation) {
        return jdbc.sql("""
                        select exists (select from marks_gone_through g where g.conversation_id = :conversation) as gone_through,
                               exists (select from figured_conversation(:viewer) v where v.id = :conversation) as counted""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .query((row, n) -> new Standing(row.getBoolean("gone_through"), row.getBoolean("counted")))
                .single();
    }

    /** What may be marked in these turns and waits for a yes or a no, in their order. */
    static List<Suggestion> suggestions(ConversationId conversation, List<ReadTurn> turns) {
        List<Suggestion> suggestions = new ArrayList<>();
        ReadTurn before = null;
        boolean theirs = false;
        for (ReadTurn turn : turns) {
            for (Mark mark : turn.suggested(theirs)) {
                suggestions.add(suggestion(conversation, turn, mark, before));
            }
            theirs = turn.spoken().isTheirs();
            before = theirs ? turn : before;
        }
        return suggestions;
    }

    private static Suggestion suggestion(
            ConversationId conversation, ReadTurn turn, Mark mark, @Nullable ReadTurn before) {
        return new Suggestion(
                ref(conversation, turn.spoken()),
                mark,
                Objects.requireNonNullElse(turn.words(), ""),
                before == null ? null : before.words(),
                before == null ? null : before.how());
    }

    static TurnRef ref(ConversationId conversation, SpokenTurn turn) {
        return new TurnRef(turn.id(), conversation, turn.seq());
    }
}
