package org.attune.people;

import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that wait for somebody, belong to a contact, and go along with it. All of it is written by us, nothing is typed
 * by anybody.
 */
public abstract class WaitingRows implements GoesAlong {

    private final JdbcClient jdbc;
    private final What what;
    private final Rows rows;

    protected WaitingRows(JdbcClient jdbc, What what, Rows rows) {
        this.jdbc = jdbc;
        this.what = what;
        this.rows = rows;
    }

    /**
     * Which they are.
     *
     * @param owner the column that says for whom a row waits
     * @param contact the column that says whose row it is
     * @param still what holds of a row, here called w, as long as it waits
     */
    public record Rows(String table, String owner, String contact, String still) {

        private String where() {
            return "where w.%s = :from and %s and (:contact::uuid is null or w.%s = :contact)"
                    .formatted(owner, still, contact);
        }
    }

    @Override
    public What what() {
        return what;
    }

    @Override
    public int waiting(UserId from, @Nullable ContactId only) {
        return jdbc.sql("select count(*) from %s w %s".formatted(rows.table(), rows.where()))
                .param("from", from.value())
                .param("contact", only == null ? null : only.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return jdbc.sql("""
                        update %s w set version = version + 1, %s = coalesce((
                          select u.id from contact c join app_user u on u.id = c.owner_id
                           where c.id = w.%s and u.id <> :from and u.sells and u.deactivated_at is null), :otherwise) %s
                        """.formatted(rows.table(), rows.owner(), rows.contact(), rows.where()))
                .param("from", from.value())
                .param("otherwise", otherwise.value())
                .param("contact", only == null ? null : only.value())
                .update();
    }
}
