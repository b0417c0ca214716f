package org.attune.access;

import java.time.Duration;

/** Too many attempts went wrong; the next is heard after this time. Says nothing about whether the account exists. */
public final class SlowDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public SlowDown(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    public Duration waiting() {
        return wait;
    }
}
