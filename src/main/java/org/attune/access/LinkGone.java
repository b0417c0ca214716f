package org.attune.access;

/** A link to choose a password that worked once and no longer does. Whoever has it may know why, and nothing else. */
public final class LinkGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What became of it. */
    public enum Fate {
        USED,
        EXPIRED,
        REPLACED,
        WITHDRAWN
    }

    private final Fate fate;

    LinkGone(Fate fate) {
        super(fate.name());
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }
}
