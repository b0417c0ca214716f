package org.attune.correspondence;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters go along with their contact. What an address wants belongs to the address and goes nowhere. */
@Component
class CorrespondenceFollowsMerge extends RowsFollowMerge {

    CorrespondenceFollowsMerge(JdbcClient jdbc) {
        super(jdbc, Rows.of("letter"));
    }
}
