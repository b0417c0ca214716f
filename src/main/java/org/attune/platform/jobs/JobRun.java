package org.attune.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * One time a job was run.
 *
 * @param finishedAt none while it runs, or where its instance was stopped meanwhile
 * @param failure what it broke off with, as kinds and places
 */
public record JobRun(
        UUID instance,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    /** What failed is not left until its next time, where that is further away. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);

    public boolean isFailed() {
        return failure != null;
    }

    public boolean isUnfinished() {
        return finishedAt == null;
    }

    public Duration took() {
        return Duration.between(startedAt, finishedAt == null ? startedAt : finishedAt);
    }

    /** When the job begins next after this. */
    public Instant next(String when) {
        ZonedDateTime started = startedAt.atZone(ZoneOffset.UTC);
        Instant usual =
                Objects.requireNonNull(CronExpression.parse(when).next(started)).toInstant();
        Instant soon = startedAt.plus(AGAIN_AFTER);
        return isFailed() && soon.isBefore(usual) ? soon : usual;
    }
}
