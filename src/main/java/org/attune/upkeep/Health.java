package org.attune.upkeep;

import java.util.List;
import org.attune.mail.MailStatus;
import org.attune.platform.database.DiskRoom.Room;
import org.attune.platform.jobs.Instances;
import org.attune.platform.jobs.LeftUndone;
import org.attune.platform.replica.Reads.Share;
import org.jspecify.annotations.Nullable;

/**
 * How Attune is doing.
 *
 * @param left what jobs passed over because it could not be done
 * @param disk none where the database is elsewhere
 * @param pool none where nobody knows
 * @param reads how much of what may be read from a replica was; none where none is named
 */
public record Health(
        List<Instances.Running> instances,
        DatabaseHealth database,
        @Nullable PoolHealth pool,
        @Nullable Share reads,
        List<JobHealth> jobs,
        List<LeftUndone.Left> left,
        @Nullable Room disk,
        MailStatus mail) {

    public Health {
        instances = List.copyOf(instances);
        jobs = List.copyOf(jobs);
        left = List.copyOf(left);
    }

    /** Instances of several versions on one database read and write what another does not know. */
    public boolean isMixed() {
        return instances.stream().map(Instances.Running::version).distinct().count() > 1;
    }

    public List<LeftUndone.Left> leftBy(String job) {
        return left.stream().filter(one -> one.job().equals(job)).toList();
    }

    /** Whether there is anything to do. */
    public boolean isWell() {
        return !isMixed()
                && !database.isOlderThanTested()
                && database.broken() == null
                && (pool == null || !pool.isShort())
                && (disk == null || !disk.isScarce())
                && !mail.isInTrouble()
                && left.isEmpty()
                && jobs.stream().noneMatch(job -> job.isFailing() || job.late());
    }
}
