package org.attune.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a job could not do and passed over, so that one thing that is broken does not keep it from all others. It stands here until
 * it is done, and is told by its number and by what it broke off with, without words.
 */
@Component
public class LeftUndone {

    private static final Logger LOG = LoggerFactory.getLogger(LeftUndone.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    public LeftUndone(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One thing that could not be done.
     *
     * @param failure what it broke off with last, as kinds and places
     */
    public record Left(String job, UUID item, Instant since, Instant triedAt, String failure) {}

    public void note(String job, UUID item, Throwable broken) {
        String fault = Fault.of(broken);
        LOG.error("The job {} passed over {}: {}. It is tried again.", job, item, fault);
        jdbc.sql("""
                        insert into job_left as l (job, item, since, tried_at, failure) values (:job, :item, :now, :now, :failure)
                        on conflict (job, item) do update
                           set tried_at = greatest(l.since, excluded.tried_at), failure = excluded.failure""")
                .param("job", job)
                .param("item", item)
                .param("now", Timestamp.from(clock.instant()))
                .param("failure", fault)
                .update();
    }

    public void done(String job, Collection<UUID> items) {
        if (!items.isEmpty()) {
            jdbc.sql("delete from job_left where job = :job and item in (:items)")
                    .param("job", job)
                    .param("items", items)
                    .update();
        }
    }

    /** The longest left first. */
    public List<Left> all() {
        return jdbc.sql("select * from job_left order by job, since, item")
                .query((row, n) -> new Left(
                        row.getString("job"),
                        Objects.requireNonNull(row.getObject("item", UUID.class)),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("tried_at").toInstant(),
                        row.getString("failure")))
                .list();
    }
}
