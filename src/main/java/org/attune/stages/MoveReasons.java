package org.attune.stages;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why people of a team were moved without what a stage asks for, for whoever leads the team. */
@Component
@Transactional(readOnly = true)
public class MoveReasons {

    private static final int SIZE = 30;

    private final JdbcClient jdbc;

    MoveReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public KeysetPage<MoveReason> inTeamsOf(Viewer manager, @Nullable String after) {
        Key from = after == null ? null : Key.of(after);
        var moves = jdbc.sql("""
                        select m.id, m.moved_at, m.reason, c.id as contact, c.name, u.name as by_name, t.name as to_name,
                               f.name as from_name
                          from stage_move m
                          join led_contact(:viewer) c on c.id = m.contact_id
                          join app_user u on u.id = m.moved_by
                          join stage t on t.version = m.version and t.key = m.to_key
                          left join lateral (
                            select s.name from stage s where s.key = m.from_key and s.version <= m.version
                             order by s.version desc limit 1) f on true
                         where m.how = 'overridden'
                           and (:at::timestamptz is null or (m.moved_at, m.id) < (:at::timestamptz, :id::uuid))
                         order by m.moved_at desc, m.id desc limit :most
                        """)
                .param("viewer", manager.uuid())
                .param("at", from == null ? null : Timestamp.from(from.at()))
                .param("id", from == null ? null : from.id())
                .param("most", SIZE + 1)
                .query((row, n) -> new MoveReason(
                        row.getObject("id", UUID.class),
                        row.getObject("contact", UUID.class),
                        row.getString("name"),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
        return KeysetPage.of(moves, SIZE, move -> move.at() + "_" + move.move());
    }

    private record Key(Instant at, UUID id) {

        static Key of(String written) {
            String[] parts = written.split("_", 2);
            try {
                return new Key(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeParseException | IllegalArgumentException nonsense) {
                throw new NotSeen("page after " + written);
            }
        }
    }
}
