package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.insight.TimeBoard.Kind;
import org.attune.insight.TimeBoard.Step;
import org.attune.insight.TimeBoard.Together;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Time with customers: how long, under which hat and on which channel, with whom, beside what they signed, and what it built. In
 * totals a conversation counts once; for a relationship it counts whole, because that is how long it was. Minutes nobody
 * wrote down are no zero.
 */
@Component
@Transactional(readOnly = true)
public class TimeFigures implements Counted {

    private static final int SHOWN = 12;

    private static final String SIGNED = "signed:";

    private final JdbcClient jdbc;
    private final TimeRows rows;
    private final Clock clock;

    TimeFigures(JdbcClient jdbc, TimeRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Conversations that are alike in what is counted. */
    private record Alike(
            String hat, String channel, LocalDate start, Together together, long marketing, long marketingWithBuyers) {

        /** The minutes under each hat; counted they are under the one they have now. */
        Stream<Alike> underEach() {
            Together rest =
                    together.within(together.minutes() - marketing, together.withBuyers() - marketingWithBuyers);
            Together some = together.within(marketing, marketingWithBuyers);
            boolean counted = hat.equals("marketing");
            return Stream.of(
                            under("sales", counted ? rest.uncounted() : rest),
                            under("marketing", counted ? some : some.uncounted()))
                    .filter(each -> !each.together().equals(Together.NONE));
        }

        private Alike under(String other, Together share) {
            return new Alike(other, channel, start, share, 0, 0);
        }
    }

    @Override
    public String dashboard() {
        return "time";
    }

    public TimeBoard of(Slice slice) {
        PeriodStep step = PeriodStep.of(slice.period());
        List<Alike> now = alike(slice, step);
        List<Alike> before = alike(slice.before(), step);
        List<Alike> underEach = now.stream().flatMap(Alike::underEach).toList();
        TimeRelationships with = new TimeRelationships(jdbc, slice);
        TimeRelationships.Some most = with.some(SHOWN);
        TimeNeglected.Some neglected = new TimeNeglected(jdbc, slice, today(slice)).some(SHOWN);
        return new TimeBoard(
                all(now),
                all(before),
                kinds(underEach, Alike::hat),
                kinds(now, Alike::channel),
                steps(underEach, slice, step),
                most.most(),
                most.people(),
                neglected.longest(),
                neglected.inAll());
    }

    /** How many nobody tends, as it is today. */
    public long neglected(Slice slice) {
        return new TimeNeglected(jdbc, slice, today(slice)).inAll();
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        if (figure.equals("neglected")) {
            return new TimeNeglected(jdbc, slice, today(slice)).rows(after, size);
        }
        if (figure.equals("people")) {
            return new TimeRelationships(jdbc, slice).rows(after, size);
        }
        if (figure.startsWith(SIGNED)) {
            return new TimeRelationships(jdbc, slice).signed(figure.substring(SIGNED.length()), after, size);
        }
        TimeFigure which = TimeFigure.named(figure).orElseThrow(() -> new NotSeen("figure " + figure));
        return rows.of(slice, which, after, size);
    }

    /** In which week or month is found among the moments at which these begin; what is asked of each conversation is asked once. */
    private List<Alike> alike(Slice slice, PeriodStep step) {
        List<LocalDate> starts = step.starts(slice.period());
        return jdbc.sql(
                        "select v.hat, v.channel, width_bucket(v.happened_at, (select string_to_array(:moments, ',')::timestamptz[])) as step, "
                                + TimeFigure.SUMS + " from (" + TimeFigure.TALKS + " offset 0) v group by 1, 2, 3")
                .params(slice.parameters())
                .param(
                        "moments",
                        starts.stream()
                                .map(start -> start.atStartOfDay(slice.period().zone())
                                        .toInstant()
                                        .toString())
                                .collect(Collectors.joining(",")))
                .query((row, n) -> new Alike(
                        row.getString("hat"),
                        row.getString("channel"),
                        starts.get(row.getInt("step") - 1),
                        together(row),
                        row.getLong("marketing"),
                        row.getLong("marketing_with_buyers")))
                .list();
    }

    private static Together together(ResultSet row) throws SQLException {
        return new Together(
                row.getLong("conversations"),
                row.getLong("minutes"),
                row.getLong("unknown"),
                row.getLong("with_buyers"),
                row.getLong("closed"),
                row.getLong("built"),
                row.getLong("moved"),
                row.getLong("both"),
                row.getLong("neither"),
                row.getLong("we_talked_more"));
    }

    private static Together all(List<Alike> alike) {
        return alike.stream().map(Alike::together).reduce(Together.NONE, Together::and);
    }

    private static List<Step> steps(List<Alike> alike, Slice slice, PeriodStep step) {
        return step.starts(slice.period()).stream()
                .map(start -> new Step(
                        start,
                        step.last(start, slice.period()),
                        under("sales", start, alike),
                        under("marketing", start, alike)))
                .toList();
    }

    private static Together under(String hat, LocalDate start, List<Alike> alike) {
        return all(alike.stream()
                .filter(some -> some.hat().equals(hat) && some.start().equals(start))
                .toList());
    }

    /** The kind with most time first. */
    private static List<Kind> kinds(List<Alike> alike, Function<Alike, String> by) {
        Map<String, Together> kinds = new LinkedHashMap<>();
        alike.forEach(some -> kinds.merge(by.apply(some), some.together(), Together::and));
        return kinds.entrySet().stream()
                .map(kind -> new Kind(kind.getKey(), kind.getValue()))
                .sorted((one, other) ->
                        Long.compare(other.together().minutes(), one.together().minutes()))
                .toList();
    }

    private LocalDate today(Slice slice) {
        return LocalDate.ofInstant(clock.instant(), slice.period().zone());
    }
}
