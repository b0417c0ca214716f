package org.attune.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.insight.CellRows.Cut;
import org.attune.insight.Flow.Stop;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How contacts move along the path. A stage is known by its key through all versions of the definition, and shown under the name it
 * has now; one that was retired stands apart, so that what happened in it is not lost.
 */
@Component
@Transactional(readOnly = true)
public class FlowFigures implements Counted {

    private static final int NEWEST = 5;

    private final JdbcClient jdbc;
    private final FlowCounts counts;
    private final CellRows rows;

    FlowFigures(JdbcClient jdbc, FlowCounts counts, CellRows rows) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.rows = rows;
    }

    /** A stage as it is called now, or was called last. */
    private record Named(String key, String name, @Nullable String hat, boolean aside, boolean inForce) {}

    @Override
    public String dashboard() {
        return "flow";
    }

    public Flow of(Slice slice) {
        FlowCounts.Read read = counts.read(slice);
        List<Stop> path = new ArrayList<>();
        List<Stop> beside = new ArrayList<>();
        List<Stop> retired = new ArrayList<>();
        for (Named stage : stages()) {
            Stop stop = read.stop(stage.key(), stage.name(), stage.hat());
            if (stage.inForce()) {
                (stage.aside() ? beside : path).add(stop);
            } else if (!stop.isQuiet()) {
                retired.add(stop);
            }
        }
        return new Flow(
                read.stop(FlowSql.NOWHERE, null, null),
                path,
                beside,
                retired,
                read.moved(),
                counts.moved(slice.before()),
                rows.page(slice, Cut.counting(FlowSql.OVERRIDDEN, null, "overridden"), null, NEWEST)
                        .items());
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        FigureName name = FigureName.of(figure);
        Cut cut = cut(name).orElseThrow(() -> new NotSeen("figure " + figure));
        if (name.of() != null
                && !name.of().equals(FlowSql.NOWHERE)
                && stageName(name.of()).isEmpty()) {
            throw new NotSeen("stage " + name.of());
        }
        return rows.page(slice, cut, after, size);
    }

    /** What a stage is called now, or was called last. */
    public Optional<String> stageName(String key) {
        return stages().stream()
                .filter(stage -> stage.key().equals(key))
                .map(Named::name)
                .findFirst();
    }

    private static Optional<Cut> cut(FigureName name) {
        String of = name.of();
        return Optional.ofNullable(
                switch (name.figure()) {
                    case "there" -> Cut.counting(FlowSql.THERE, of, "there");
                    case "came" -> Cut.counting(FlowSql.CAME, of, "came");
                    case "on", "back", "aside", "retired" -> Cut.counting(FlowSql.LEFT, of, name.figure());
                    case "first" -> Cut.counting(FlowSql.LEFT, null, "first");
                    case "left" -> Cut.counting(FlowSql.LEFT, of, "on", "back", "aside", "retired");
                    case "moves" -> Cut.counting(FlowSql.LEFT, null, "first", "on", "back", "aside", "retired");
                    case "stays" -> Cut.counting(FlowSql.STAYS, of, "stay");
                    case "days" -> Cut.counting(FlowSql.STAYS, of, "stay").adding("r.days", "'days'");
                    case "they-wait" -> Cut.counting(FlowSql.WAITING, of, "promise-us", "question-them");
                    case "we-wait" -> Cut.counting(FlowSql.WAITING, of, "promise-them", "question-us");
                    case "promise-us", "question-them", "promise-them", "question-us" ->
                        Cut.counting(FlowSql.WAITING, of, name.figure());
                    case "overridden" -> Cut.counting(FlowSql.OVERRIDDEN, of, "overridden");
                    default -> null;
                });
    }

    private List<Named> stages() {
        return jdbc.sql("""
                        select i.key, s.name, s.hat, s.aside, f.key is not null as in_force
                          from stage_identity i
                          left join stage_in_force f on f.key = i.key
                          join lateral (
                            select s.name, s.hat, s.aside, s.position, s.version from stage s
                             where s.key = i.key and (f.version is null or s.version = f.version)
                             order by s.version desc limit 1) s on true
                         order by in_force desc, s.position, s.version, i.key""")
                .query((row, n) -> new Named(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("hat"),
                        row.getBoolean("aside"),
                        row.getBoolean("in_force")))
                .list();
    }
}
