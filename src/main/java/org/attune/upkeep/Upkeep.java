package org.attune.upkeep;

import java.time.Clock;
import java.time.Instant;
import org.attune.mail.Mail;
import org.attune.platform.database.DiskRoom;
import org.attune.platform.jobs.Instances;
import org.attune.platform.jobs.Jobs;
import org.attune.platform.jobs.LeftUndone;
import org.attune.platform.replica.Reads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at Attune itself: eight statements, whatever there is. */
@Component
@Transactional(readOnly = true)
public class Upkeep {

    private final Instances instances;
    private final DatabaseReading database;
    private final Jobs jobs;
    private final LeftUndone left;
    private final DiskRoom disk;
    private final Mail mail;
    private final ObjectProvider<Reads> reads;
    private final Clock clock;

    Upkeep(
            Instances instances,
            DatabaseReading database,
            Jobs jobs,
            LeftUndone left,
            DiskRoom disk,
            Mail mail,
            ObjectProvider<Reads> reads,
            Clock clock) {
        this.instances = instances;
        this.database = database;
        this.jobs = jobs;
        this.left = left;
        this.disk = disk;
        this.mail = mail;
        this.reads = reads;
        this.clock = clock;
    }

    public Health look() {
        Instant now = clock.instant();
        return new Health(
                instances.running(),
                database.read(),
                database.pool().orElse(null),
                reads.stream().map(Reads::share).findFirst().orElse(null),
                jobs.states().stream().map(state -> JobHealth.of(state, now)).toList(),
                left.all(),
                disk.left().orElse(null),
                mail.status());
    }
}
