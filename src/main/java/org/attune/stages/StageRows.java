package org.attune.stages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.platform.ManyIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How stages, where contacts stand, and their moves are kept. */
@Component
class StageRows {

    private static final String MOVES = """
            select m.id, m.how, m.moved_at, m.until, m.reason, u.name as by_name, t.name as to_name,
                   f.name as from_name
              from stage_move m
              join app_user u on u.id = m.moved_by
              left join stage t on t.version = m.version and t.key = m.to_key
              left join lateral (
                select s.name from stage s where s.key = m.from_key and s.version <= m.version
                 order by s.version desc limit 1) f on true
            """;

    private final JdbcClient jdbc;

    StageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two who move the same contact take turns; the second then sees that the stage is another one. */
    void takeTurns(ContactId contact) {
        jdbc.sql("select id from contact where id = :id for no key update")
                .param("id", contact.value())
                .query(UUID.class)
                .single();
    }

    Standing standing(ContactId contact) {
        return standings(List.of(contact)).getOrDefault(contact, Standing.NOWHERE);
    }

    /** Where these people stand; those who are nowhere are left out. */
    Map<ContactId, Standing> standings(List<ContactId> contacts) {
        Map<ContactId, Standing> standings = new HashMap<>();
        jdbc.sql("""
                        select s.contact_id, s.stage_key, s.since, s.until, s.move_id, m.how,
                               coalesce(case when not g.aside then g.position end,
                                        (select h.position
                                           from stage_move e join current_stage h on h.key = stage_today(e.to_key)
                                          where e.contact_id = s.contact_id and not h.aside
                                          order by e.moved_at desc, e.id desc limit 1), 0) as place
                          from contact_stage s
                          join current_stage g on g.key = s.stage_key
                          join stage_move m on m.id = s.move_id
                         where s.contact_id = any (:contacts::uuid[])
                        """)
                .param(
                        "contacts",
                        ManyIds.of(contacts.stream().map(ContactId::value).toList()))
                .query(row -> {
                    standings.put(new ContactId(row.getObject("contact_id", UUID.class)), standing(row));
                });
        return standings;
    }

    /** A move as it is kept. */
    record Move(
            UUID id,
            ContactId contact,
            @Nullable String from,
            @Nullable String to,
            int version,
            Instant at,
            UUID by,
            How how,
            @Nullable LocalDate until,
            @Nullable String reason,
            String evidence) {}

    /** With whose contact it is on this day. */
    void keep(Move move) {
        jdbc.sql("""
                        insert into stage_move (id, contact_id, owner_id, team_id, from_key, to_key, version, moved_at, moved_by,
                                                how, until, reason, evidence)
                        select :id, c.id, c.owner_id, c.team_id, :from, :to, :version, :at, :by,
                               :how, :until, :reason, :evidence::jsonb
                          from contact c where c.id = :contact
                        """)
                .param("id", move.id())
                .param("contact", move.contact().value())
                .param("from", move.from())
                .param("to", move.to())
                .param("version", move.version())
                .param("at", Timestamp.from(move.at()))
                .param("by", move.by())
                .param("how", move.how().word())
                .param("until", move.until())
                .param("reason", move.reason())
                .param("evidence", move.evidence())
                .update();
    }

    void stand(Move move, Instant since) {
        jdbc.sql("""
                        insert into contact_stage (contact_id, version, stage_key, since, until, move_id)
                        values (:contact, :version, :stage, :since, :until, :move)
                        on conflict (contact_id) do update
                          set version = excluded.version, stage_key = excluded.stage_key, since = excluded.since,
                              until = excluded.until, move_id = excluded.move_id
                        """)
                .param("contact", move.contact().value())
                .param("version", move.version())
                .param("stage", move.to())
                .param("since", Timestamp.from(since))
                .param("until", move.until())
                .param("move", move.id())
                .update();
    }

    void leavePath(ContactId contact) {
        jdbc.sql("delete from contact_stage where contact_id = :contact")
                .param("contact", contact.value())
                .update();
    }

    Optional<Move> move(UUID id) {
        return jdbc.sql("select * from stage_move where id = :id")
                .param("id", id)
                .query(StageRows::kept)
                .optional();
    }

    /** The move that led to the stage this one left. */
    Optional<Move> before(Move move) {
        return jdbc.sql("""
                        select * from stage_move
                         where contact_id = :contact and to_key = :from and (moved_at, id) < (:at, :id)
                         order by moved_at desc, id desc limit 1
                        """)
                .param("contact", move.contact().value())
                .param("from", move.from())
                .param("at", Timestamp.from(move.at()))
                .param("id", move.id())
                .query(StageRows::kept)
                .optional();
    }

    /** The moves of a contact, the newest first. */
    List<MoveView> moves(ContactId contact, int atMost) {
        return jdbc.sql(MOVES + " where m.contact_id = :contact order by m.moved_at desc, m.id desc limit :most")
                .param("contact", contact.value())
                .param("most", atMost)
                .query(StageRows::view)
                .list();
    }

    MoveView view(UUID move) {
        return jdbc.sql(MOVES + " where m.id = :id")
                .param("id", move)
                .query(StageRows::view)
                .single();
    }

    private static MoveView view(ResultSet row, int n) throws SQLException {
        return new MoveView(
                row.getObject("id", UUID.class),
                row.getString("from_name"),
                row.getString("to_name"),
                How.of(row.getString("how")),
                row.getTimestamp("moved_at").toInstant(),
                row.getString("by_name"),
                row.getObject("until", LocalDate.class),
                row.getString("reason"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("stage_key"),
                row.getInt("place"),
                row.getTimestamp("since").toInstant(),
                row.getObject("until", LocalDate.class),
                row.getObject("move_id", UUID.class),
                row.getString("how"));
    }

    private static Move kept(ResultSet row, int n) throws SQLException {
        return new Move(
                row.getObject("id", UUID.class),
                new ContactId(row.getObject("contact_id", UUID.class)),
                row.getString("from_key"),
                row.getString("to_key"),
                row.getInt("version"),
                row.getTimestamp("moved_at").toInstant(),
                Objects.requireNonNull(row.getObject("moved_by", UUID.class)),
                How.of(row.getString("how")),
                row.getObject("until", LocalDate.class),
                row.getString("reason"),
                row.getString("evidence"));
    }
}
