package org.attune.insight;

import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;

/** A dashboard whose figures can be opened: whoever is one is found, and its rows are shown, paged and given out as a table. */
public interface Counted {

    /** As in its address: {@code /dashboards/<name>}. */
    String dashboard();

    /**
     * The rows behind one of its figures.
     *
     * @param figure as the link on the figure names it
     * @param after the key of the last row shown before; none on the first page
     * @throws org.attune.platform.NotSeen where it has no such figure
     */
    KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size);

    /**
     * What a figure is of, as it is called.
     *
     * @param of what stands after the colon of its name: {@code know} of {@code there-in:know}
     */
    default String called(String of) {
        return of;
    }

    /** Whether the rows of a figure are given out as a file as well. */
    default boolean mayBeTaken(String figure) {
        return true;
    }

    /** How a figure comes from its rows. */
    default Checked checked(String figure) {
        return Checked.SUM;
    }
}
