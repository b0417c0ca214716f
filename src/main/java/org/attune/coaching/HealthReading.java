package org.attune.coaching;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.coaching.HealthOfTheirs.Relationship;
import org.attune.health.NextMove;
import org.attune.health.NextMoves;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the relationships of one person stand now, in two statements, and two more for what would help. */
@Component
class HealthReading {

    private static final int MOST = 8;

    private final JdbcClient jdbc;
    private final NextMoves moves;

    HealthReading(JdbcClient jdbc, NextMoves moves) {
        this.jdbc = jdbc;
        this.moves = moves;
    }

    HealthOfTheirs of(Viewer viewer, UserId person) {
        Map<String, Integer> counts = new TreeMap<>();
        jdbc.sql("""
                        select coalesce(h.band, 'unknown') as band, count(*) as many from overseen_contact(:viewer) c
                          left join contact_health h on h.contact_id = c.id
                         where c.owner_id = :person and c.archived_at is null group by 1""")
                .param("viewer", viewer.uuid())
                .param("person", person.value())
                .query(row -> {
                    counts.put(row.getString("band"), row.getInt("many"));
                });
        List<Relationship> inTrouble = inTrouble(viewer, person);
        Map<ContactId, List<NextMove>> help =
                moves.of(viewer, inTrouble.stream().map(Relationship::id).toList());
        return new HealthOfTheirs(
                counts,
                inTrouble.stream()
                        .map(one -> one.with(help.getOrDefault(one.id(), List.of())))
                        .toList());
    }

    private List<Relationship> inTrouble(Viewer viewer, UserId person) {
        return jdbc.sql("""
                        select c.id, c.name, h.band, h.score from overseen_contact(:viewer) o
                          join contact_health h on h.contact_id = o.id join seen_contact(:viewer) c on c.id = o.id
                         where o.owner_id = :person and o.archived_at is null and h.band in ('at_risk', 'cooling')
                         order by h.score, c.sort_name, c.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("person", person.value())
                .param("most", MOST)
                .query((row, n) -> new Relationship(
                        new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        row.getString("band"),
                        row.getObject("score", Integer.class),
                        List.of()))
                .list();
    }
}
