package org.attune.offers;

import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.people.GoesAlong;
import org.attune.people.WaitingRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts, and offers that wait for an answer, go along with their contact; their team stays that of the day. */
@Component
class OffersGoAlong implements GoesAlong {

    private static final WaitingRows WAITING =
            new WaitingRows("offer", "owner_id", "contact_id", "w.state in ('draft', 'sent')");

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
        return WAITING.count(jdbc, from, only);
    }

    @Override
    public int follow(UserId from, UserId otherwise, @Nullable ContactId only) {
        return WAITING.follow(jdbc, from, otherwise, only);
    }
}
