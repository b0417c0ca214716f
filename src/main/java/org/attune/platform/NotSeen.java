package org.attune.platform;

/**
 * What was asked for does not exist, or the person may not see or do it. The two look the same from outside: 404.
 */
public final class NotSeen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotSeen(String what) {
        super(what);
    }
}
