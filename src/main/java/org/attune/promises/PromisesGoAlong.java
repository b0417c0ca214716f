package org.attune.promises;

import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.people.GoesAlong;
import org.attune.people.WaitingRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody promised and has not kept yet is kept by whoever works with the contact now. */
@Component
class PromisesGoAlong implements GoesAlong {

    private static final WaitingRows WAITING =
            new WaitingRows("promise", "promiser_id", "contact_id", "w.state = 'open'");

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
        return WAITING.count(jdbc, from, only);
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return WAITING.follow(jdbc, from, otherwise, only);
    }
}
