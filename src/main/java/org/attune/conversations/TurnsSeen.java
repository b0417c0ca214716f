package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns as somebody may see them, with what belongs to each; the number of statements does not depend on how many. */
@Component
@Transactional(readOnly = true)
public class TurnsSeen {

    private final JdbcClient jdbc;
    private final Clock clock;

    TurnsSeen(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last turns of a conversation, or the last before one of them.
     *
     * @param before the number of the first turn already shown; none for the end of the conversation
     */
    public TurnsPage page(Viewer viewer, ConversationId conversation, @Nullable Integer before, int size) {
        List<TurnView> rows = turns("""
                        t.conversation_id = :conversation and t.seq < :before order by t.seq desc limit :most""", viewer)
                .param("conversation", conversation.value())
                .param("before", before == null ? Integer.MAX_VALUE : before)
                .param("most", size + 1)
                .query(TurnReading::turn)
                .list();
        List<TurnView> shown = rows.subList(0, Math.min(size, rows.size())).stream()
                .sorted((one, other) -> Integer.compare(one.seq(), other.seq()))
                .toList();
        return new TurnsPage(linked(viewer, shown), rows.size() > size);
    }

    /** The turns after this number: what somebody else, or another tab, logged meanwhile. */
    public List<TurnView> since(Viewer viewer, ConversationId conversation, int seq) {
        return linked(
                viewer,
                turns("t.conversation_id = :conversation and t.seq > :seq order by t.seq limit 200", viewer)
                        .param("conversation", conversation.value())
                        .param("seq", seq)
                        .query(TurnReading::turn)
                        .list());
    }

    public Optional<TurnView> find(Viewer viewer, TurnId id) {
        return of(viewer, List.of(id)).stream().findFirst();
    }

    /** Those of these turns the viewer may read, by when they were said; wherever they stand. */
    public List<TurnView> of(Viewer viewer, List<TurnId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return linked(
                viewer,
                turns("t.id = any (:ids::uuid[]) order by t.said_at, t.seq", viewer)
                        .param("ids", Rows.many(ids))
                        .query(TurnReading::turn)
                        .list());
    }

    /**
     * What a response could name: what these people said here and earlier, their unanswered questions first, then the
     * latest. Each part is put in order before it is asked what of it the viewer may read, and that only until there is enough.
     */
    public List<AnswerableTurn> answerable(Viewer viewer, ConversationId conversation, int atMost) {
        return jdbc.sql("""
                        with people as materialized (
                          select p.contact_id as id, c.id is not null as seen, c.given_name, c.name as speaker_name
                            from seen_conversation(:viewer) v join participant p on p.conversation_id = v.id
                            left join seen_contact(:viewer) c on c.id = p.contact_id
                           where v.id = :conversation),
                        here as materialized (
                          select t.id, t.said_at, t.seq from people s join turn t on t.speaker_id = s.id and t.conversation_id = :conversation),
                        said as (
                          (select t.id, true as waiting
                             from people s cross join lateral (
                               select x.id from said_mark m
                                cross join lateral (select * from said_by(:viewer, m.speaker_id) t where t.id = m.turn_id offset 0) x
                                where m.speaker_id = s.id and m.kind = 'their_question'
                                  and not exists (select from reply r where r.heard_id = m.turn_id)
                                order by m.said_at desc, x.seq desc limit :most) t)
                          union
                          (select t.id, true
                             from (select h.* from here h
                                    where exists (select from turn_mark m where m.turn_id = h.id and m.kind = 'their_question')
                                      and not exists (select from reply r where r.heard_id = h.id)
                                    order by h.said_at desc, h.seq desc offset 0) h
                            cross join lateral (select x.id from seen_turn(:viewer) x where x.id = h.id offset 0) t
                            order by h.said_at desc, h.seq desc limit :most)
                          union
                          (select t.id, false
                             from (select h.* from here h order by h.said_at desc, h.seq desc offset 0) h
                            cross join lateral (select x.id from seen_turn(:viewer) x where x.id = h.id offset 0) t
                            order by h.said_at desc, h.seq desc limit 2 * :most)
                          union
                          (select t.id, false
                             from people s cross join lateral (
                               select x.id, x.said_at, x.seq from said_by(:viewer, s.id) x
                                order by x.said_at desc, x.seq desc limit 3 * :most) t
                            order by t.said_at desc, t.seq desc limit 3 * :most)
                          union
                          select t.id, exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question')
                                       and not exists (select from reply r where r.heard_id = t.id)
                            from people s cross join lateral (
                              select x.id from seen_turn(:viewer) x where x.speaker_id = s.id and x.kind = 'heard' offset 0) t
                           where not s.seen)
                        select t.id, t.conversation_id, t.seq, t.words, t.exactness, s.given_name, s.speaker_name, w.waiting
                          from (select f.id, bool_or(f.waiting) as waiting from said f group by f.id) w
                          join turn t on t.id = w.id join people s on s.id = t.speaker_id
                         order by w.waiting desc, (t.conversation_id = :conversation) desc, t.said_at desc, t.seq desc
                         limit :most""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("most", atMost)
                .query((row, n) -> new AnswerableTurn(
                        ref(row),
                        TurnReading.called(row),
                        row.getString("words"),
                        Rows.named(Exactness.class, row, "exactness"),
                        row.getBoolean("waiting")))
                .list();
    }

    private StatementSpec turns(String which, Viewer viewer) {
        return jdbc.sql(TurnReading.SELECT + which)
                .param("viewer", viewer.uuid())
                .param("dayAgo", Rows.at(clock.instant().minus(TurnEdits.OPEN_FOR)));
    }

    /** Links the turns, in both directions, to those that the viewer may read. */
    private List<TurnView> linked(Viewer viewer, List<TurnView> turns) {
        if (turns.isEmpty()) {
            return turns;
        }
        Map<TurnId, List<LinkedTurn>> links = jdbc
                .sql(LinkedTurn.SELECT)
                .param("viewer", viewer.uuid())
                .param("ids", Rows.many(turns.stream().map(TurnView::id).toList()))
                .query(LinkedTurn::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(LinkedTurn::from));
        return turns.stream()
                .map(turn -> turn.linked(links.getOrDefault(turn.id(), List.of())))
                .toList();
    }

    private static TurnRef ref(ResultSet row) throws SQLException {
        return new TurnRef(Rows.turn(row, "id"), Rows.conversation(row, "conversation_id"), row.getInt("seq"));
    }
}
