package org.attune.insight;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.insight.HealthBoard.Step;
import org.attune.insight.RelationshipRows.Cut;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How relationships are: now, at the end of each week or month of a period, and which of them are in trouble, left alone or not known
 * well enough. What is so now goes by who has them now, what was by the team they were with.
 */
@Component
@Transactional(readOnly = true)
public class HealthFigures implements Counted {

    private static final int SHOWN = 8;

    private final HealthNow now;
    private final HealthThen then;
    private final InTrouble trouble;
    private final LeftAlone alone;
    private final RelationshipRows rows;
    private final Clock clock;

    HealthFigures(
            HealthNow now, HealthThen then, InTrouble trouble, LeftAlone alone, RelationshipRows rows, Clock clock) {
        this.now = now;
        this.then = then;
        this.trouble = trouble;
        this.alone = alone;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String dashboard() {
        return "health";
    }

    public HealthBoard of(Slice slice) {
        LocalDate today = today(slice);
        LocalDate before = slice.period().from().minusDays(1);
        Map<String, @Nullable Object> parameters = parameters(slice);
        List<LocalDate> days = ends(slice.period(), today);
        List<LocalDate> asked = new ArrayList<>(days);
        asked.add(before);
        Map<LocalDate, Bands> were = then.on(slice, asked);
        HealthNow.Read are = now.read(parameters);
        LeftAlone.Some left = alone.some(parameters, SHOWN);
        return new HealthBoard(
                today,
                before,
                are.now(),
                were.getOrDefault(before, Bands.NONE),
                are.moved(),
                days.stream()
                        .map(day -> new Step(day, were.getOrDefault(day, Bands.NONE)))
                        .toList(),
                trouble.worst(slice.viewer(), parameters, SHOWN),
                are.now().of("at_risk") + are.now().of("cooling"),
                trouble.withoutNext(parameters),
                left.longest(),
                left.inAll(),
                are.missing());
    }

    /** The last days of its weeks or months; of what is to come nothing is known. */
    private static List<LocalDate> ends(Period period, LocalDate today) {
        PeriodStep step = PeriodStep.of(period);
        return step.starts(period).stream()
                .filter(start -> !start.isAfter(today))
                .map(start -> step.last(start, period))
                .map(last -> last.isAfter(today) ? today : last)
                .toList();
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        Cut cut = cut(figure).orElseThrow(() -> new NotSeen("figure " + figure));
        return rows.page(parameters(slice), cut, after, size);
    }

    /** {@code up}, {@code now-steady}, {@code missing-2}, {@code at-steady:2026-08-31}, {@code neglected} … */
    private static Optional<Cut> cut(String figure) {
        int colon = figure.indexOf(':');
        if (colon >= 0) {
            return day(figure.substring(colon + 1)).flatMap(day -> then(figure.substring(0, colon), day));
        }
        return switch (figure) {
            case "neglected" -> Optional.of(LeftAlone.all());
            case "mean" -> HealthNow.cut("known").map(Cut::byScore);
            case "unpromised" -> Optional.of(InTrouble.withoutNext());
            default -> HealthNow.cut(figure);
        };
    }

    private static Optional<Cut> then(String figure, LocalDate day) {
        if (figure.equals("known-at")) {
            return Optional.of(HealthThen.cut(day, null));
        }
        return Bands.ALL.stream()
                .filter(band -> figure.equals("at-" + band))
                .findFirst()
                .map(band -> HealthThen.cut(day, band));
    }

    @Override
    public Checked checked(String figure) {
        return switch (figure) {
            case "mean" -> Checked.AVERAGE;
            case "healthy" -> Checked.share("known");
            default -> Checked.SUM;
        };
    }

    private static Optional<LocalDate> day(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException broken) {
            return Optional.empty();
        }
    }

    private Map<String, @Nullable Object> parameters(Slice slice) {
        Map<String, @Nullable Object> all = slice.parameters();
        LocalDate today = today(slice);
        all.put("today", today);
        all.put(
                "midnight",
                Timestamp.from(today.atStartOfDay(slice.period().zone()).toInstant()));
        all.put("then", slice.period().from().minusDays(1));
        return all;
    }

    private LocalDate today(Slice slice) {
        return LocalDate.ofInstant(clock.instant(), slice.period().zone());
    }
}
