package org.attune.promises;

import org.attune.people.WaitingRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody promised and has not kept yet is kept by whoever works with the contact now. */
@Component
class PromisesGoAlong extends WaitingRows {

    PromisesGoAlong(JdbcClient jdbc) {
        super(jdbc, What.PROMISES, new Rows("promise", "promiser_id", "contact_id", "w.state = 'open'"));
    }
}
