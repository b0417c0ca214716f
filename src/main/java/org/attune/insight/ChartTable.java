package org.attune.insight;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart is a table first: what is drawn, read aloud and given out as CSV is this.
 *
 * @param id unique on its page, and the name of its CSV
 * @param kind how it is drawn: bands, stack, lines or lead
 * @param first what the labels of the lines are, finished words
 */
public record ChartTable(String id, String kind, String first, List<Column> columns, List<Line> lines) {

    /**
     * @param label finished words
     * @param role the colour's role: them, us, thriving, steady, cooling, risk, unknown, good
     */
    public record Column(String label, String role) {}

    /**
     * @param values one for each column; none where there is nothing to say, which is no zero
     * @param links where the rows behind each value are; none where it cannot be opened
     */
    public record Line(String label, List<@Nullable BigDecimal> values, List<@Nullable String> links) {}

    public ChartTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }
}
