package org.attune.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down when jobs ran, and how that went. */
@Component
class JobRuns {

    private static final int KEPT = 50;

    private final JdbcClient jdbc;

    JobRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Named(String job, JobRun run) {}

    Optional<JobRun> last(String job) {
        return jdbc.sql("select * from job_run where job = :job order by started_at desc, id desc limit 1")
                .param("job", job)
                .query(JobRuns::run)
                .optional();
    }

    Map<String, JobRun> last() {
        return named("""
                select distinct on (job) * from job_run order by job, started_at desc, id desc""");
    }

    /** The newest that failed, of each. */
    Map<String, JobRun> lastFailed() {
        return named("""
                select distinct on (job) * from job_run where failure is not null order by job, started_at desc, id desc""");
    }

    private Map<String, JobRun> named(String query) {
        List<Named> all = jdbc.sql(query)
                .query((row, n) -> new Named(row.getString("job"), run(row, n)))
                .list();
        return all.stream()
                .collect(Collectors.toMap(Named::job, Function.<Named>identity().andThen(Named::run)));
    }

    UUID begin(String job, UUID instance, Instant now) {
        jdbc.sql("""
                        update job_run set failure = 'stopped meanwhile', finished_at = greatest(started_at, :now)
                         where job = :job and finished_at is null""").param("job", job).param("now", Timestamp.from(now)).update();
        return jdbc.sql("insert into job_run (job, instance, started_at) values (:job, :instance, :now) returning id")
                .param("job", job)
                .param("instance", instance)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    void end(UUID run, Instant now) {
        jdbc.sql("update job_run set finished_at = greatest(started_at, :now) where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", run)
                .update();
    }

    void fail(UUID run, String failure, Instant now) {
        jdbc.sql("update job_run set finished_at = greatest(started_at, :now), failure = :failure where id = :id")
                .param("now", Timestamp.from(now))
                .param("failure", failure)
                .param("id", run)
                .update();
    }

    /** Runs that went right long ago tell nobody anything. */
    void forgetOld(String job) {
        jdbc.sql("""
                        delete from job_run where job = :job and id in (
                          select id from job_run where job = :job order by started_at desc, id desc offset :kept)""").param("job", job).param("kept", KEPT).update();
    }

    private static JobRun run(ResultSet row, int n) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new JobRun(
                Objects.requireNonNull(row.getObject("instance", UUID.class)),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"));
    }
}
