package org.attune.offers;

import org.attune.people.WaitingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts, and offers that wait for an answer, go along with their contact; their team stays that of the day. */
@Component
class OffersGoAlong extends WaitingRows {

    OffersGoAlong(JdbcClient jdbc) {
        super(jdbc, What.OFFERS, new Rows("offer", "owner_id", "contact_id", "w.state in ('draft', 'sent')"));
    }
}
