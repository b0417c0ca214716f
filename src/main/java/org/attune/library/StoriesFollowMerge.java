package org.attune.library;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A story goes along with whose it is; its consents and uses hang on the story. */
@Component
class StoriesFollowMerge extends RowsFollowMerge {

    StoriesFollowMerge(JdbcClient jdbc) {
        super(jdbc, Rows.of("story"));
    }
}
