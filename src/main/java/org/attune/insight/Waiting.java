package org.attune.insight;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom, as <em>Flow</em> counts it. Kept by triggers; here it is made from nothing. */
@Component
class Waiting implements Rebuildable {

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "waiting";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("select recount_waiting()").query(Integer.class).single();
    }
}
