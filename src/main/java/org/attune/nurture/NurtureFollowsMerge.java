package org.attune.nurture;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Touches, agreed silence, ways on, stops and what was put off go along with their contact, and whoever they were introduced to.
 * An introduction between the two stays where it is, and is nobody's.
 */
@Component
class NurtureFollowsMerge extends RowsFollowMerge {

    NurtureFollowsMerge(JdbcClient jdbc) {
        super(
                jdbc,
                Rows.of("touch").naming("introduced_id", "introduced").unless("r.contact_id = :kept"),
                Rows.of("touch").unless("r.introduced_id = :kept"),
                Rows.of("agreed_silence"),
                Rows.of("way_on"),
                Rows.of("contact_stop"),
                Rows.of("put_off"));
    }
}
