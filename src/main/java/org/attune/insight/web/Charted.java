package org.attune.insight.web;

import java.util.List;
import org.attune.insight.ChartTable;
import org.attune.insight.Slice;

/** A dashboard with charts, which its controller is. */
interface Charted {

    /** As in its address. */
    String dashboard();

    /** Those that may be taken away as CSV; a line of a single person is never among them. */
    List<ChartTable> charts(Slice slice);
}
