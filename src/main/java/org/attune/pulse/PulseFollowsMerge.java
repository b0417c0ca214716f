package org.attune.pulse;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody answered goes along; where both were asked at about the same time, the one who is kept keeps theirs. */
@Component
class PulseFollowsMerge extends RowsFollowMerge {

    PulseFollowsMerge(JdbcClient jdbc) {
        super(jdbc, Rows.of("pulse").keyedBy("link_id").unless("""
                exists (select from pulse k
                         where k.contact_id = :kept
                           and daterange(k.asked_on, k.asked_on + k.weeks * 7)
                               && daterange(r.asked_on, r.asked_on + r.weeks * 7))"""));
    }
}
