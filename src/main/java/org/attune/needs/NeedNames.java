package org.attune.needs;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What needs are called and for whom, as search looks for them (decision 0059). Triggers keep it; here it is made anew. */
@Component
class NeedNames implements Rebuildable {

    private final JdbcClient jdbc;

    NeedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "needs";
    }

    @Override
    public int rebuildAll() {
        return jdbc.sql("select rebuild_need_names()").query(Integer.class).single();
    }
}
