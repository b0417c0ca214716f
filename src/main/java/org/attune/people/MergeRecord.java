package org.attune.people;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.access.Viewer;
import org.attune.people.FollowsMerge.MovedRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a merge did, row by row, so that it can be undone. */
@Component
class MergeRecord {

    private static final TypeReference<Map<String, Object>> KEY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MergeRecord(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Merged(ContactId kept, ContactId absorbed) {}

    boolean has(MergeContacts merge) {
        return jdbc.sql(
                        "select exists (select from contact_merge where id = :id and kept_id = :kept and absorbed_id = :absorbed)")
                .param("id", merge.id())
                .param("kept", merge.kept().value())
                .param("absorbed", merge.absorbed().value())
                .query(Boolean.class)
                .single();
    }

    void begin(Viewer viewer, MergeContacts merge) {
        jdbc.sql("""
                        insert into contact_merge (id, kept_id, absorbed_id, kept_before, merged_by)
                        select :id, k.id, :absorbed, to_jsonb(k), :by from contact k where k.id = :kept""")
                .param("id", merge.id())
                .param("kept", merge.kept().value())
                .param("absorbed", merge.absorbed().value())
                .param("by", viewer.uuid())
                .update();
    }

    void rows(UUID merge, List<MovedRow> rows) {
        AtomicInteger position = new AtomicInteger();
        rows.forEach(row -> jdbc.sql("""
                        insert into contact_merge_row (merge_id, position, relation, row_key)
                        values (:merge, :position, :relation, :key::jsonb)""")
                .param("merge", merge)
                .param("position", position.getAndIncrement())
                .param("relation", row.relation())
                .param("key", json.writeValueAsString(row.key()))
                .update());
    }

    List<MovedRow> rows(UUID merge) {
        return jdbc.sql(
                        "select relation, row_key::text from contact_merge_row where merge_id = :merge order by position")
                .param("merge", merge)
                .query((row, n) ->
                        new MovedRow(row.getString("relation"), json.readValue(row.getString("row_key"), KEY)))
                .list();
    }

    Optional<Merged> undoable(UUID merge) {
        return jdbc.sql("""
                        select kept_id, absorbed_id from contact_merge
                         where id = :id and merged_at > now() - interval '1 day'""")
                .param("id", merge)
                .query((row, n) -> new Merged(
                        new ContactId(Objects.requireNonNull(row.getObject("kept_id", UUID.class))),
                        new ContactId(Objects.requireNonNull(row.getObject("absorbed_id", UUID.class)))))
                .optional();
    }

    /** @return 0 where somebody has undone it before */
    int undone(Viewer viewer, UUID merge) {
        return jdbc.sql(
                        "update contact_merge set undone_by = :by, undone_at = now() where id = :id and undone_at is null")
                .param("by", viewer.uuid())
                .param("id", merge)
                .update();
    }
}
