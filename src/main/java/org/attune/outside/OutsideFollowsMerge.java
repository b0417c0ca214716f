package org.attune.outside;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A link goes along with the contact it was made for, and still opens. */
@Component
class OutsideFollowsMerge extends RowsFollowMerge {

    OutsideFollowsMerge(JdbcClient jdbc) {
        super(jdbc, Rows.of("outside_link"));
    }
}
