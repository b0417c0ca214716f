package org.attune.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ManyIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said about needs, in one statement: what was heard, our questions and responses to it, how it was played
 * back, and what its people asked for. An ask belongs to a need where it is about this one, or about none in particular
 * and not from before it came up; what a decided offer came from is not asked for once more.
 */
@Component
class SaidAboutNeeds {

    private final JdbcClient jdbc;

    SaidAboutNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void into(Viewer viewer, Map<UUID, NeedGathered> needs) {
        jdbc.sql("""
                with asks as materialized (
                  select a.turn_id as id, a.speaker_id, a.said_at
                    from (select distinct p.contact_id from need_person p where p.need_id = any (:needs::uuid[])) w
                    join said_mark a on a.speaker_id = w.contact_id and a.kind = 'asked_for_offer'
                   where not exists (select from offer o where o.asked_turn = a.turn_id and o.state = 'decided')),
                begun as materialized (
                  select l.need_id, min(f.said_at) as at from need_turn l join turn f on f.id = l.heard_id
                   where l.need_id = any (:needs::uuid[]) and l.states group by l.need_id),
                said (what, need_id, id, heard_id, states, excerpt) as (
                  select 'heard', l.need_id, l.heard_id, l.heard_id, l.states, l.excerpt
                    from need_turn l where l.need_id = any (:needs::uuid[])
                  union all select 'question', l.need_id, a.question_id, a.heard_id, false, null
                    from need_turn l join answer a on a.heard_id = l.heard_id where l.need_id = any (:needs::uuid[])
                  union all select 'response', l.need_id, r.response_id, r.heard_id, false, null
                    from need_turn l join reply r on r.heard_id = l.heard_id where l.need_id = any (:needs::uuid[])
                  union all (select distinct on (c.need_id) 'playback', c.need_id, c.playback_turn, null::uuid, false, null
                    from need_confirmation c where c.need_id = any (:needs::uuid[])
                   order by c.need_id, c.noted_at desc, c.id desc)
                  union all select 'ask', p.need_id, a.id, null::uuid, false, null
                    from need_person p join asks a on a.speaker_id = p.contact_id
                    left join begun b on b.need_id = p.need_id
                   where p.need_id = any (:needs::uuid[])
                     and (exists (select from need_turn l where l.need_id = p.need_id and l.heard_id = a.id)
                       or not exists (select from need_turn l where l.heard_id = a.id) and a.said_at >= b.at))
                select x.what, x.need_id, x.heard_id, x.states, x.excerpt, %s,
                       exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'reaction') as reaction
                  from said x join seen_turn(:viewer) t on t.id = x.id left join contact s on s.id = t.speaker_id
                 order by t.said_at, t.seq, t.id""".formatted(PieceRows.COLUMNS))
                .param("viewer", viewer.uuid())
                .param("needs", ManyIds.of(needs.keySet()))
                .query((ResultSet row) ->
                        add(row, Objects.requireNonNull(needs.get(PieceRows.uuid(row, "need_id")), "need")));
    }

    private static void add(ResultSet row, NeedGathered need) throws SQLException {
        Piece piece = PieceRows.piece(row, row.getString("excerpt"));
        switch (row.getString("what")) {
            case "heard" -> need.hear(piece, row.getBoolean("states"), row.getBoolean("reaction"));
            case "question" -> need.question(piece, PieceRows.uuid(row, "heard_id"));
            case "response" -> need.response(piece, PieceRows.uuid(row, "heard_id"));
            case "playback" -> need.playback(piece);
            default -> need.ask(piece);
        }
    }
}
