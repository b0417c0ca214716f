package org.attune.questions;

/**
 * How often a question was asked and how often answered, in the whole organisation; never by whom.
 *
 * @param times counted no further than {@link #MOST}
 * @param answered of those, the latest ones
 */
public record Asked(int times, int answered) {

    /** One more than is shown. */
    public static final int MOST = 100;

    public static final Asked NEVER = new Asked(0, 0);

    public boolean isMany() {
        return times >= MOST;
    }
}
