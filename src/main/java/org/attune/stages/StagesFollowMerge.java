package org.attune.stages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves go along with their contact, and of two stages the further one stays. The absorbed contact keeps its own row, which
 * nobody sees, so that undoing the merge has to put back only the other one's.
 */
@Component
class StagesFollowMerge implements FollowsMerge {

    private static final String MOVES = "stage_move";
    private static final String STAGE = "contact_stage";

    private final DefinitionRows definitions;
    private final JdbcClient jdbc;

    StagesFollowMerge(DefinitionRows definitions, JdbcClient jdbc) {
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        definitions.held(); // no stage goes while somebody is on the way to it
        List<MovedRow> moved = new ArrayList<>();
        if (comesFurther(absorbed, kept)) {
            moved.add(new MovedRow(STAGE, before(kept)));
            jdbc.sql("""
                            insert into contact_stage (contact_id, version, stage_key, since, until, move_id)
                            select :kept, version, stage_key, since, until, move_id
                              from contact_stage where contact_id = :absorbed
                            on conflict (contact_id) do update
                              set version = excluded.version, stage_key = excluded.stage_key, since = excluded.since,
                                  until = excluded.until, move_id = excluded.move_id
                            """)
                    .param("kept", kept.value())
                    .param("absorbed", absorbed.value())
                    .update();
        }
        jdbc.sql("update stage_move set contact_id = :kept where contact_id = :absorbed returning id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .forEach(id -> moved.add(MovedRow.of(MOVES, "id", Objects.requireNonNull(id))));
        return moved;
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        definitions.held();
        rows.stream()
                .filter(row -> row.isOf(STAGE))
                .forEach(row -> putBack(absorbed, kept, row.key().get("move_id")));
        List<UUID> moves = rows.stream()
                .filter(row -> row.isOf(MOVES))
                .map(row -> row.uuid("id"))
                .toList();
        jdbc.sql("update stage_move set contact_id = :absorbed where id = any (:moves::uuid[]) and contact_id = :kept")
                .param("absorbed", absorbed.value())
                .param("moves", moves.toArray(UUID[]::new))
                .param("kept", kept.value())
                .update();
    }

    /** On the path before beside it, then by how far; who has no stage at all lets the other one's stand. */
    private boolean comesFurther(ContactId absorbed, ContactId kept) {
        return jdbc.sql("""
                        select exists (
                          select from contact_stage s join current_stage g on g.key = s.stage_key
                           where s.contact_id = :absorbed
                             and not exists (
                               select from contact_stage t join current_stage h on h.key = t.stage_key
                                where t.contact_id = :kept and (not h.aside, h.position) >= (not g.aside, g.position)))
                        """)
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .query(Boolean.class)
                .single();
    }

    /** The move that stood behind the stage of the one who is kept; a move is never deleted, so it says all. */
    private Map<String, Object> before(ContactId kept) {
        Map<String, Object> key = new HashMap<>();
        key.put("contact_id", kept.value());
        jdbc.sql("select move_id from contact_stage where contact_id = :kept")
                .param("kept", kept.value())
                .query(UUID.class)
                .optional()
                .ifPresent(move -> key.put("move_id", move));
        return key;
    }

    /** Unless they were moved since the merge: then that move stands. */
    private void putBack(ContactId absorbed, ContactId kept, @Nullable Object move) {
        String same =
                "contact_id = :kept and move_id = (select move_id from contact_stage where contact_id = :absorbed)";
        if (move == null) {
            jdbc.sql("delete from contact_stage where " + same)
                    .param("kept", kept.value())
                    .param("absorbed", absorbed.value())
                    .update();
            return;
        }
        jdbc.sql("""
                        update contact_stage s
                           set version = m.version, stage_key = m.to_key, until = m.until, move_id = m.id, since = m.moved_at
                          from stage_move m
                         where m.id = :move and s.contact_id = :kept
                           and s.move_id = (select a.move_id from contact_stage a where a.contact_id = :absorbed)
                        """)
                .param("move", whereTheyWouldBe(UUID.fromString(move.toString())))
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .update();
    }

    /** Where their stage was retired meanwhile they go where its people went, by the move they would have made with them. */
    private UUID whereTheyWouldBe(UUID move) {
        return jdbc.sql("""
                        insert into stage_move (id, contact_id, owner_id, team_id, from_key, to_key, version, moved_at, moved_by,
                                                how, reason)
                        select uuidv7(), c.id, c.owner_id, c.team_id, m.to_key, stage_today(m.to_key), f.version, now(),
                               d.published_by, 'retired', d.note
                          from stage_move m join contact c on c.id = m.contact_id
                          cross join definition_in_force f
                          join lateral (
                            select x.published_by, x.note from stage_retirement r join stage_definition x on x.version = r.version
                             where r.stage_key = m.to_key order by r.version desc limit 1) d on true
                         where m.id = :move and stage_today(m.to_key) <> m.to_key
                        returning id
                        """).param("move", move).query(UUID.class).optional().orElse(move);
    }
}
