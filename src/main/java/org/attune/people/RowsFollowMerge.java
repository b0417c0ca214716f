package org.attune.people;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that name a contact in one column, and follow to whoever it turned out to be. All of what they are is written by us, nothing is
 * typed by anybody.
 */
public abstract class RowsFollowMerge implements FollowsMerge {

    private final JdbcClient jdbc;
    private final List<Rows> all;

    protected RowsFollowMerge(JdbcClient jdbc, Rows... all) {
        this.jdbc = jdbc;
        this.all = List.of(all);
    }

    /**
     * Which they are.
     *
     * @param relation what they are called among those that were moved
     * @param key the column that identifies one
     * @param contact the column that names the contact
     * @param staying what holds of a row, here called r, that would meet one the kept contact already has
     */
    public record Rows(String table, String relation, String key, String contact, String staying) {

        /** Whose key is {@code id}, and that name the contact as {@code contact_id}. */
        public static Rows of(String table) {
            return new Rows(table, table, "id", "contact_id", "false");
        }

        public Rows keyedBy(String column) {
            return new Rows(table, relation, column, contact, staying);
        }

        public Rows naming(String column, String calledSo) {
            return new Rows(table, calledSo, key, column, staying);
        }

        public Rows unless(String condition) {
            return new Rows(table, relation, key, contact, condition);
        }
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return all.stream()
                .flatMap(rows -> follow(rows, absorbed, kept).stream())
                .toList();
    }

    private List<MovedRow> follow(Rows rows, ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        update %1$s r set %2$s = :kept where r.%2$s = :absorbed and not coalesce(%3$s, false) returning r.%4$s""".formatted(rows.table(), rows.contact(), rows.staying(), rows.key()))
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of(rows.relation(), rows.key(), Objects.requireNonNull(id)))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> moved) {
        all.forEach(rows -> goBack(rows, moved(rows.relation(), moved), absorbed, kept));
    }

    /** Those of them that are still with the kept contact. */
    protected final void goBack(Rows rows, UUID[] keys, ContactId absorbed, ContactId kept) {
        jdbc.sql("update %1$s r set %2$s = :absorbed where r.%3$s = any (:keys::uuid[]) and r.%2$s = :kept"
                        .formatted(rows.table(), rows.contact(), rows.key()))
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("keys", keys)
                .update();
    }

    /** What was moved of one relation. */
    protected final UUID[] moved(String relation, List<MovedRow> moved) {
        String key = all.stream()
                .filter(rows -> rows.relation().equals(relation))
                .map(Rows::key)
                .findFirst()
                .orElse("id");
        return moved.stream()
                .filter(row -> row.isOf(relation))
                .map(row -> row.uuid(key))
                .toArray(UUID[]::new);
    }
}
