package org.attune.platform;

/** What was sent is not taken over, and why can be said where it was typed: see {@code FormErrors}. */
public abstract sealed class NotTaken extends RuntimeException permits RuleRefused, ChangedMeanwhile {

    private static final long serialVersionUID = 1L;

    NotTaken(String message) {
        super(message);
    }
}
