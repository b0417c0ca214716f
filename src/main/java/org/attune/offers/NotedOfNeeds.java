package org.attune.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ManyIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was noted of needs: whose they are, and the newest confirmation, cost and solution of each. */
@Component
class NotedOfNeeds {

    private final JdbcClient jdbc;

    NotedOfNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An estimate of ours never takes the place of what they said. */
    Map<UUID, NeedGathered> of(Viewer viewer, List<UUID> needs) {
        Map<UUID, NeedGathered> found = new HashMap<>();
        jdbc.sql("""
                select n.id, n.title, n.ended_at is not null as ended,
                       array(select p.contact_id from need_person p where p.need_id = n.id) as people,
                       (select s.language from need_person p join seen_contact(:viewer) s on s.id = p.contact_id
                         where p.need_id = n.id and s.language is not null order by s.id limit 1) as language,
                       c.id as confirmation, c.verdict, c.answer_turn,
                       k.id as cost, k.kind, k.low, k.currency, k.per, k.turn_id as cost_turn,
                       x.id as solution, x.our_part, x.their_part, x.contributed_turn, x.agreed_turn
                  from seen_need(:viewer) n
                  left join lateral (select * from need_confirmation l where l.need_id = n.id
                                      order by l.noted_at desc, l.id desc limit 1) c on true
                  left join lateral (select * from need_cost l where l.need_id = n.id
                                      order by (l.kind = 'our_estimate'), l.noted_at desc, l.id desc limit 1) k on true
                  left join lateral (select * from solution l where l.need_id = n.id
                                      order by l.noted_at desc, l.id desc limit 1) x on true
                 where n.id = any (:needs::uuid[])""")
                .param("viewer", viewer.uuid())
                .param("needs", ManyIds.of(needs))
                .query((ResultSet row) -> {
                    found.put(PieceRows.uuid(row, "id"), need(row));
                });
        return found;
    }

    private static NeedGathered need(ResultSet row) throws SQLException {
        NeedGathered need = new NeedGathered(
                PieceRows.uuid(row, "id"),
                row.getString("title"),
                row.getBoolean("ended"),
                people(row),
                row.getString("language"));
        need.noted(answered(row), costs(row), solved(row));
        return need;
    }

    private static Set<ContactId> people(ResultSet row) throws SQLException {
        UUID[] people = (UUID[]) row.getArray("people").getArray();
        return Arrays.stream(people).map(ContactId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static NeedGathered.@Nullable Answered answered(ResultSet row) throws SQLException {
        UUID id = PieceRows.maybeUuid(row, "confirmation");
        return id == null
                ? null
                : new NeedGathered.Answered(
                        id, row.getString("verdict").equals("yes"), PieceRows.uuid(row, "answer_turn"));
    }

    private static NeedGathered.@Nullable Costs costs(ResultSet row) throws SQLException {
        UUID id = PieceRows.maybeUuid(row, "cost");
        return id == null
                ? null
                : new NeedGathered.Costs(
                        id,
                        row.getString("kind"),
                        row.getBigDecimal("low"),
                        row.getString("currency"),
                        row.getString("per"),
                        PieceRows.maybeUuid(row, "cost_turn"));
    }

    private static NeedGathered.@Nullable Solved solved(ResultSet row) throws SQLException {
        UUID id = PieceRows.maybeUuid(row, "solution");
        return id == null
                ? null
                : new NeedGathered.Solved(
                        id,
                        row.getString("our_part"),
                        row.getString("their_part"),
                        PieceRows.maybeUuid(row, "contributed_turn"),
                        PieceRows.maybeUuid(row, "agreed_turn"));
    }
}
