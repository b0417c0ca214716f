package org.attune.health;

import java.util.List;
import java.util.UUID;
import org.attune.platform.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings everybody to today, day by day, and counts the days that are over. Each step is a transaction and says itself how far
 * it is, so that whoever begins again goes on from there; where there is nothing to do it costs two look-ups.
 */
@Component
class DailyHealth implements Job {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final HealthKeeping keeping;
    private final DayCounts counts;
    private final TransactionTemplate transaction;

    DailyHealth(JdbcClient jdbc, HealthKeeping keeping, DayCounts counts, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.counts = counts;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "health";
    }

    /** Each hour: the organisation's midnight is at any of them, and looking costs little. */
    @Override
    public String when() {
        return "0 7 * * * *";
    }

    @Override
    public void work() {
        List<UUID> step = behind(new UUID(0, 0));
        while (!step.isEmpty()) {
            List<UUID> now = step;
            transaction.executeWithoutResult(tx -> keeping.age(now));
            step = behind(now.get(now.size() - 1));
        }
        counts.upToYesterday();
    }

    private List<UUID> behind(UUID last) {
        return jdbc.sql("""
                        select c.id from contact c left join contact_health h on h.contact_id = c.id
                         where c.id > :last and c.merged_into is null and c.erasure_id is null
                           and (h.day is null or h.day < :today)
                         order by c.id limit :most""")
                .param("last", last)
                .param("today", counts.today())
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }
}
