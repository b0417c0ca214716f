package org.attune.promises;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to one is promised to the one they turned out to be. */
@Component
class PromisesFollowMerge extends RowsFollowMerge {

    PromisesFollowMerge(JdbcClient jdbc) {
        super(jdbc, Rows.of("promise"));
    }
}
