package org.attune.platform.jobs;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs what is due, on one of all instances, and knows how it went. */
@Component
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final List<Job> jobs;
    private final JobRuns runs;
    private final DataSource database;
    private final Instances instances;
    private final Clock clock;

    Jobs(List<Job> jobs, JobRuns runs, DataSource database, Instances instances, Clock clock) {
        this.jobs = jobs.stream().sorted(Comparator.comparing(Job::name)).toList();
        this.runs = runs;
        this.database = database;
        this.instances = instances;
        this.clock = clock;
    }

    /**
     * A job and how it stands with it.
     *
     * @param last none where it never ran
     * @param lastFailed the newest run that failed, however long ago
     * @param next when it begins next; the past where it is due
     */
    public record State(
            String name, @Nullable JobRun last, @Nullable JobRun lastFailed, Instant next) {}

    /** All of them, by name: two statements. */
    public List<State> states() {
        Map<String, JobRun> last = runs.last();
        Map<String, JobRun> failed = runs.lastFailed();
        return jobs.stream()
                .map(job -> new State(
                        job.name(), last.get(job.name()), failed.get(job.name()), next(job, last.get(job.name()))))
                .toList();
    }

    /** When a job failed, if it has not gone right since. */
    public Optional<Instant> failedAt(String job) {
        return runs.last(job).filter(JobRun::isFailed).map(JobRun::startedAt);
    }

    /** Each that is due, one after the other. */
    void runWhatIsDue() {
        jobs.forEach(this::runIfDue);
    }

    /** @return whether it was run here and now */
    boolean runIfDue(Job job) {
        if (!isDue(job)) {
            return false;
        }
        try (JobTurn turn = JobTurn.at(database, job.name())) {
            // Somebody else may have done it while we waited for a connection.
            boolean ours = turn.isTaken() && isDue(job);
            if (ours) {
                run(job);
            }
            return ours;
        } catch (SQLException unreachable) {
            LOG.warn("No turn for the job {}: {}", job.name(), Fault.of(unreachable));
            return false;
        }
    }

    private void run(Job job) {
        UUID run = runs.begin(job.name(), instances.own(), clock.instant());
        try {
            job.work();
            runs.end(run, clock.instant());
        } catch (RuntimeException broken) {
            String fault = Fault.of(broken);
            LOG.error("The job {} broke off: {}. It is tried again.", job.name(), fault);
            runs.fail(run, fault, clock.instant());
        }
        runs.forgetOld(job.name());
    }

    /** What is unfinished is due as well: whoever gets the turn knows that nobody is at it any more. */
    private boolean isDue(Job job) {
        JobRun last = runs.last(job.name()).orElse(null);
        return last == null || last.isUnfinished() || !next(job, last).isAfter(clock.instant());
    }

    private Instant next(Job job, @Nullable JobRun last) {
        return last == null ? clock.instant() : last.next(job.when());
    }
}
