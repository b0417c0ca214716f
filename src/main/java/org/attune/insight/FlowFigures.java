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
        String of = name.of();
        Cut cut = of == null ? whole(figure) : in(name.figure(), of);
        if (cut == null || of != null && stageName(of).isEmpty()) {
            throw new NotSeen("figure " + figure);
        }
        return rows.page(slice, cut, after, size);
    }

    /** A stage under its name. */
    @Override
    public String called(String of) {
        return stageName(of).orElse(of);
    }

    @Override
    public Checked checked(String figure) {
        return figure.startsWith("days-in:") ? Checked.MIDDLE : Checked.SUM;
    }

    private Optional<String> stageName(String key) {
        return stages().stream()
                .filter(stage -> stage.key().equals(key))
                .map(Named::name)
                .findFirst();
    }

    private static @Nullable Cut whole(String figure) {
        return switch (figure) {
            case "there" -> Cut.counting(FlowSql.THERE, null, "there");
            case "nowhere" -> Cut.counting(FlowSql.THERE, FlowSql.NOWHERE, "there");
            case "they-wait-nowhere" -> theyWait(FlowSql.NOWHERE);
            case "we-wait-nowhere" -> weWait(FlowSql.NOWHERE);
            case "first", "on", "back", "aside", "retired" -> Cut.counting(FlowSql.LEFT, null, figure);
            case "moves" -> Cut.counting(FlowSql.LEFT, null, "first", "on", "back", "aside", "retired");
            case "overridden" -> Cut.counting(FlowSql.OVERRIDDEN, null, "overridden");
            default -> null;
        };
    }

    private static @Nullable Cut in(String figure, String stage) {
        return switch (figure) {
            case "there-in" -> Cut.counting(FlowSql.THERE, stage, "there");
            case "came-in" -> Cut.counting(FlowSql.CAME, stage, "came");
            case "on-from", "back-from", "aside-from", "retired-from" ->
                Cut.counting(FlowSql.LEFT, stage, figure.substring(0, figure.indexOf('-')));
            case "left-from" -> Cut.counting(FlowSql.LEFT, stage, "on", "back", "aside", "retired");
            case "stays-in" -> Cut.counting(FlowSql.STAYS, stage, "stay");
            case "days-in" -> Cut.counting(FlowSql.STAYS, stage, "stay").inOrderOf("r.days", "'days'");
            case "they-wait-in" -> theyWait(stage);
            case "we-wait-in" -> weWait(stage);
            default -> null;
        };
    }

    private static Cut theyWait(String stage) {
        return Cut.counting(FlowSql.WAITING, stage, "promise-us", "question-them");
    }

    private static Cut weWait(String stage) {
        return Cut.counting(FlowSql.WAITING, stage, "promise-them", "question-us");
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
