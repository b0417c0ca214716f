package org.attune.upkeep;

import java.time.Duration;
import java.time.Instant;
import org.attune.platform.jobs.JobRun;
import org.attune.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with something Attune does by itself.
 *
 * @param late it should have begun long ago
 */
public record JobHealth(
        String name, @Nullable JobRun last, @Nullable JobRun lastFailed, Instant next, boolean late) {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    static JobHealth of(Jobs.State state, Instant now) {
        boolean late = state.last() != null && state.next().plus(PATIENCE).isBefore(now);
        return new JobHealth(state.name(), state.last(), state.lastFailed(), state.next(), late);
    }

    /** The newest run failed, and nothing has gone right since. */
    public boolean isFailing() {
        return last != null && last.isFailed();
    }

    public boolean isRunning() {
        return last != null && last.isUnfinished();
    }
}
