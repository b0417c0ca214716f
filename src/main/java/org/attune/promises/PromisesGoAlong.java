package org.attune.promises;

import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.people.GoesAlong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody promised and has not kept yet is kept by whoever works with the contact now. */
@Component
class PromisesGoAlong implements GoesAlong {

    private static final String WAITING =
            " where p.promiser_id = :from and p.state = 'open' and (:contact::uuid is null or p.contact_id = :contact)";

    private final JdbcClient jdbc;

    PromisesGoAlong(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public What what() {
        return What.PROMISES;
    }

    @Override
    public int waiting(UserId from, @Nullable ContactId only) {
        return jdbc.sql("select count(*) from promise p" + WAITING)
                .param("from", from.value())
                .param("contact", only == null ? null : only.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return jdbc.sql("""
                        update promise p set version = version + 1, promiser_id = coalesce((
                          select u.id from contact c join app_user u on u.id = c.owner_id
                           where c.id = p.contact_id and u.id <> :from and u.sells and u.deactivated_at is null), :otherwise)
                        """ + WAITING)
                .param("from", from.value())
                .param("otherwise", otherwise.value())
                .param("contact", only == null ? null : only.value())
                .update();
    }
}
