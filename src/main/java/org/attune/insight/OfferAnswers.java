package org.attune.insight;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What they said last about each offer, by the day they said it. Kept by triggers; here it is made from nothing. */
@Component
class OfferAnswers implements Rebuildable {

    private final JdbcClient jdbc;

    OfferAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "answers";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        return jdbc.sql("select recount_answers()").query(Integer.class).single();
    }
}
