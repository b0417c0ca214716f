package org.attune.insight;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of each promise, as dashboards count it. Kept by triggers; here it is made from nothing. */
@Component
class PromiseCards implements Rebuildable {

    private final JdbcClient jdbc;

    PromiseCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "promises";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("select recount_promises()").query(Integer.class).single();
    }
}
