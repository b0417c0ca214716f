package org.attune.voice;

import org.attune.people.RowsFollowMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one was told, the one they turned out to be was told. */
@Component
class StatementsFollowMerge extends RowsFollowMerge {

    StatementsFollowMerge(JdbcClient jdbc) {
        super(jdbc, Rows.of("statement_telling").unless("""
                exists (select from statement_telling o where o.contact_id = :kept and o.answer_id = r.answer_id)"""));
    }
}
