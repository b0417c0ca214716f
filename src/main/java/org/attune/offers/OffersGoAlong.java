package org.attune.offers;

import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.people.GoesAlong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts, and offers that wait for an answer, go along with their contact; their team stays that of the day. */
@Component
class OffersGoAlong implements GoesAlong {

    private static final String WAITING = """
             where o.owner_id = :from and o.state in ('draft', 'sent')
               and (:contact::uuid is null or o.contact_id = :contact)""";

    private final JdbcClient jdbc;

    OffersGoAlong(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public What what() {
        return What.OFFERS;
    }

    @Override
    public int waiting(UserId from, @Nullable ContactId only) {
        return jdbc.sql("select count(*) from offer o " + WAITING)
                .param("from", from.value())
                .param("contact", only == null ? null : only.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return jdbc.sql("""
                        update offer o set version = version + 1, owner_id = coalesce((
                          select u.id from contact c join app_user u on u.id = c.owner_id
                           where c.id = o.contact_id and u.id <> :from and u.sells and u.deactivated_at is null), :otherwise)
                        """ + WAITING)
                .param("from", from.value())
                .param("otherwise", otherwise.value())
                .param("contact", only == null ? null : only.value())
                .update();
    }
}
