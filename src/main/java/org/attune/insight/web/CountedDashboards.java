package org.attune.insight.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.insight.ChartTable;
import org.attune.insight.Counted;
import org.attune.insight.Slice;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Component;

/** The dashboards there are, by the name in their address. */
@Component
class CountedDashboards {

    private final Map<String, Counted> counted;
    private final Map<String, Charted> charted;

    CountedDashboards(List<Counted> counted, List<Charted> charted) {
        this.counted = counted.stream().collect(Collectors.toMap(Counted::dashboard, Function.identity()));
        this.charted = charted.stream().collect(Collectors.toMap(Charted::dashboard, Function.identity()));
    }

    Counted find(String dashboard) {
        Counted found = counted.get(dashboard);
        if (found == null) {
            throw new NotSeen("dashboard " + dashboard);
        }
        return found;
    }

    ChartTable chart(String dashboard, String table, Slice slice) {
        Charted found = charted.get(dashboard);
        if (found == null) {
            throw new NotSeen("dashboard " + dashboard);
        }
        return found.charts(slice).stream()
                .filter(chart -> chart.id().equals(table))
                .findFirst()
                .orElseThrow(() -> new NotSeen("table " + table));
    }
}
