package org.attune.mail;

import java.util.Locale;

/** What kept a letter from being sent, for whoever has to do something about it. */
public enum Obstacle {
    /** Nobody answers at the mail server's address. */
    UNREACHABLE(true, false),
    /** Name or password are wrong there. */
    NOT_LET_IN(true, false),
    /** No secured connection comes about. */
    NOT_SECURE(true, false),
    /** The mail server does not take letters from our address, or not now. */
    REFUSED(true, false),
    /** The mail server refuses the recipient's address for good. */
    ADDRESS_REFUSED(false, true),
    /** The recipient's mailbox takes nothing at the moment. */
    ADDRESS_BUSY(false, false),
    /** It waited so long that its link has ended. */
    TOO_LATE(false, true),
    /** What it said can no longer be read, because the key has changed. */
    UNREADABLE(false, true),
    /** Something else. */
    UNKNOWN(false, false);

    private final boolean concernsAll;
    private final boolean hopeless;

    Obstacle(boolean concernsAll, boolean hopeless) {
        this.concernsAll = concernsAll;
        this.hopeless = hopeless;
    }

    /** Whether it concerns all letters and not this one alone. */
    public boolean concernsAll() {
        return concernsAll;
    }

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether trying again is of no use. */
    boolean isHopeless() {
        return hopeless;
    }
}
