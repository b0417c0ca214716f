package org.attune.upkeep;

import java.util.List;
import org.attune.mail.MailStatus;
import org.attune.platform.database.DiskRoom.Room;
import org.attune.platform.jobs.Instances;
import org.jspecify.annotations.Nullable;

/**
 * How Attune is doing.
 *
 * @param disk none where the database is elsewhere
 * @param pool none where nobody knows
 */
public record Health(
        List<Instances.Running> instances,
        DatabaseHealth database,
        @Nullable PoolHealth pool,
        List<JobHealth> jobs,
        @Nullable Room disk,
        MailStatus mail) {

    public Health {
        instances = List.copyOf(instances);
        jobs = List.copyOf(jobs);
    }

    /** Instances of several versions on one database read and write what another does not know. */
    public boolean isMixed() {
        return instances.stream().map(Instances.Running::version).distinct().count() > 1;
    }

    /** Whether there is anything to do. */
    public boolean isWell() {
        return !isMixed()
                && !database.isOlderThanTested()
                && database.broken() == null
                && (pool == null || !pool.isShort())
                && (disk == null || !disk.isScarce())
                && !mail.isInTrouble()
                && jobs.stream().noneMatch(job -> job.isFailing() || job.late());
    }
}
