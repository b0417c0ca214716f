package org.attune.voice;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who said what statements rest on, and whose contacts they are (decision 0054). Triggers keep it; here it is made anew. */
@Component
class WhoSaidStatements implements Rebuildable {

    private final JdbcClient jdbc;

    WhoSaidStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "statements";
    }

    @Override
    public int rebuildAll() {
        return jdbc.sql("select rebuild_who_said()").query(Integer.class).single();
    }
}
