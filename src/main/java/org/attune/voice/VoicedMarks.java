package org.attune.voice;

import org.attune.platform.jobs.Rebuildable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions and reactions by who may hear them, touches among them. Kept by triggers; here they are made from nothing. */
@Component
class VoicedMarks implements Rebuildable {

    private final JdbcClient jdbc;

    VoicedMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String rows() {
        return "voice";
    }

    @Override
    @Transactional
    public int rebuildAll() {
        jdbc.sql("select recount_touch_reactions()").query(row -> {});
        return jdbc.sql("select recount_voiced_marks()").query(Integer.class).single();
    }
}
