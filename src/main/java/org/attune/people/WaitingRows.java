package org.attune.people;

import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that wait for somebody and belong to a contact. All of it is written by us, nothing is typed by anybody.
 *
 * @param owner the column that says for whom a row waits
 * @param contact the column that says whose row it is
 * @param still what holds of a row, here called w, as long as it waits
 */
public record WaitingRows(String table, String owner, String contact, String still) {

    public int count(JdbcClient jdbc, UserId from, @Nullable ContactId only) {
        return jdbc.sql("select count(*) from %s w %s".formatted(table, where()))
                .param("from", from.value())
                .param("contact", only == null ? null : only.value())
                .query(Integer.class)
                .single();
    }

    /** @see GoesAlong#follow */
    public int follow(JdbcClient jdbc, UserId from, UserId otherwise, @Nullable ContactId only) {
        return jdbc.sql("""
                        update %s w set version = version + 1, %s = coalesce((
                          select u.id from contact c join app_user u on u.id = c.owner_id
                           where c.id = w.%s and u.id <> :from and u.sells and u.deactivated_at is null), :otherwise) %s
                        """.formatted(table, owner, contact, where()))
                .param("from", from.value())
                .param("otherwise", otherwise.value())
                .param("contact", only == null ? null : only.value())
                .update();
    }

    private String where() {
        return "where w.%s = :from and %s and (:contact::uuid is null or w.%s = :contact)"
                .formatted(owner, still, contact);
    }
}
