package org.attune.access;

import org.springframework.stereotype.Component;

/** Slows down whoever tries links that are none. */
@Component
public class LinkGuesses {

    private final Attempts attempts;

    LinkGuesses(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Somebody opened a link that is none. It counts for their network alone, apart from sign-ins.
     *
     * @throws SlowDown where too many of them came before
     */
    public void wrong(Address address) {
        attempts.guessed(address);
    }
}
