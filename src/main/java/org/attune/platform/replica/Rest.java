package org.attune.platform.replica;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How long the replica is left alone after it failed. When that is over, one request tries, and the others wait for how it goes. */
final class Rest {

    private static final long NONE = 0;

    private final AtomicLong until = new AtomicLong(NONE);
    private final Duration afterFailure;
    private final LongSupplier nanoTime;

    Rest(Duration afterFailure, LongSupplier nanoTime) {
        this.afterFailure = afterFailure;
        this.nanoTime = nanoTime;
    }

    boolean isOver() {
        long end = until.get();
        return end == NONE || (nanoTime.getAsLong() - end >= 0 && until.compareAndSet(end, after(afterFailure)));
    }

    void begin() {
        until.set(after(afterFailure));
    }

    /** Where it was only slow; a tenth of the time. */
    void beginShort() {
        until.set(after(afterFailure.dividedBy(10)));
    }

    void end() {
        if (until.get() != NONE) {
            until.set(NONE);
        }
    }

    private long after(Duration time) {
        long end = nanoTime.getAsLong() + time.toNanos();
        return end == NONE ? 1 : end;
    }
}
