package org.attune.insight;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves by their day, and since when somebody stood where they left. Kept by triggers; here it is made from nothing. */
@Component
class MoveCards implements Rebuildable {

    private final JdbcClient jdbc;

    MoveCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "moves";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("select recount_moves()").query(Integer.class).single();
    }
}
