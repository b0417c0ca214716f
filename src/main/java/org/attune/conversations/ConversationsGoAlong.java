package org.attune.conversations;

import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.people.GoesAlong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conversations that are planned or not finished go along with whom they were begun with. What somebody wrote down as
 * private stays theirs: handed over, it would be read.
 */
@Component
class ConversationsGoAlong implements GoesAlong {

    private static final String WAITING = """
             where v.owner_id = :from and v.state in ('planned', 'open', 'resting')
               and (v.visibility <> 'private' or v.note is null and v.last_seq = 0)
               and (:contact::uuid is null or v.lead_id = :contact)""";

    private final JdbcClient jdbc;

    ConversationsGoAlong(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public What what() {
        return What.TALKS;
    }

    @Override
    public int waiting(UserId from, @Nullable ContactId only) {
        return jdbc.sql("select count(*) from conversation v " + WAITING)
                .param("from", from.value())
                .param("contact", only == null ? null : only.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return jdbc.sql("""
                        update conversation v set version = version + 1, owner_id = coalesce((
                          select u.id from contact c join app_user u on u.id = c.owner_id
                           where c.id = v.lead_id and u.id <> :from and u.sells and u.deactivated_at is null), :otherwise)
                        """ + WAITING)
                .param("from", from.value())
                .param("otherwise", otherwise.value())
                .param("contact", only == null ? null : only.value())
                .update();
    }
}
