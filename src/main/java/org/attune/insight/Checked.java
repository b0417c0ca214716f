package org.attune.insight;

import org.jspecify.annotations.Nullable;

/**
 * How somebody checks a figure that its rows neither number nor sum up to: a share needs those it is of, a median the rows in their order,
 * an average all of them.
 *
 * @param of of a share: the figure it is of
 */
public record Checked(Way way, @Nullable String of) {

    public enum Way {
        SUM,
        SHARE,
        MIDDLE,
        AVERAGE
    }

    static final Checked SUM = new Checked(Way.SUM, null);

    /** The middle of rows in order, of two the smaller. */
    static final Checked MIDDLE = new Checked(Way.MIDDLE, null);

    static final Checked AVERAGE = new Checked(Way.AVERAGE, null);

    static Checked share(String of) {
        return new Checked(Way.SHARE, of);
    }
}
