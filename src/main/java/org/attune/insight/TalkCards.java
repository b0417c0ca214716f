package org.attune.insight;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When conversations took place and what dashboards count of them. Kept by triggers; here it is made from nothing. */
@Component
class TalkCards implements Rebuildable {

    private final JdbcClient jdbc;

    TalkCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "time";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("select recount_talk_cards()").query(Integer.class).single();
    }
}
