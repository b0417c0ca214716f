package org.attune.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.attune.insight.SalesBoard.Month;
import org.attune.insight.SalesBoard.Signed;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How relationships are beside what came of them, in the same period; who is healthy and buys; what became of what was won a year
 * ago; and both month by month. It says what was, never what will be.
 */
@Component
@Transactional(readOnly = true)
public class SalesFigures implements Counted {

    private static final int MONTHS = 36;

    private final HealthThen then;
    private final Won won;
    private final HealthyAndBuying buying;
    private final WhatBecame became;
    private final RelationshipRows rows;
    private final Clock clock;

    SalesFigures(
            HealthThen then, Won won, HealthyAndBuying buying, WhatBecame became, RelationshipRows rows, Clock clock) {
        this.then = then;
        this.won = won;
        this.buying = buying;
        this.became = became;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String dashboard() {
        return "sales";
    }

    /** Only both, with how they were before: what one looks at first. */
    public SalesBoard.Beside beside(Slice slice) {
        Period period = slice.period();
        Period earlier = period.before();
        LocalDate today = today(slice);
        LocalDate end = period.until().isAfter(today) ? today : period.until();
        Map<LocalDate, Bands> health = then.on(slice, List.of(end, earlier.until()));
        Won.Beside signed = won.beside(slice);
        return new SalesBoard.Beside(
                end,
                health.getOrDefault(end, Bands.NONE),
                health.getOrDefault(earlier.until(), Bands.NONE),
                signed.now(),
                signed.before());
    }

    public SalesBoard of(Slice slice) {
        Period period = slice.period();
        Period earlier = period.before();
        LocalDate today = today(slice);
        LocalDate end = period.until().isAfter(today) ? today : period.until();
        List<LocalDate> lasts = lasts(end);
        List<LocalDate> days = new ArrayList<>(lasts);
        days.add(end);
        days.add(earlier.until());
        Map<LocalDate, Bands> health = then.on(slice, days);
        List<Month> months = months(slice, lasts, health);
        Won.Beside signed = won.beside(slice);
        return new SalesBoard(
                today,
                end,
                earlier.until(),
                health.getOrDefault(end, Bands.NONE),
                health.getOrDefault(earlier.until(), Bands.NONE),
                signed.now(),
                signed.before(),
                buying.read(parameters(slice), today),
                became.read(slice),
                months,
                leads(months));
    }

    /** The last days of months, of the last one the day itself. */
    private static List<LocalDate> lasts(LocalDate end) {
        YearMonth month = YearMonth.from(end);
        return IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(n -> n == 0 ? end : month.plusMonths(n).atEndOfMonth())
                .toList();
    }

    private List<Month> months(Slice slice, List<LocalDate> lasts, Map<LocalDate, Bands> health) {
        LocalDate end = lasts.get(lasts.size() - 1);
        Map<LocalDate, Signed> signed = won.byMonth(slice, lasts.get(0).withDayOfMonth(1), end);
        LocalDate today = today(slice);
        return lasts.stream()
                .map(last -> new Month(
                        YearMonth.from(last),
                        last,
                        last.isBefore(today) && last.equals(YearMonth.from(last).atEndOfMonth()),
                        health.getOrDefault(last, Bands.NONE),
                        signed.getOrDefault(last.withDayOfMonth(1), Signed.NOTHING)))
                .dropWhile(
                        month -> month.health().inAll() == 0 && month.signed().offers() == 0)
                .toList();
    }

    private static List<LeadingHealth> leads(List<Month> months) {
        TreeSet<String> currencies = new TreeSet<>();
        months.forEach(month -> currencies.addAll(month.signed().amounts().keySet()));
        return currencies.stream()
                .map(currency -> LeadingHealth.in(currency, months))
                .toList();
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        String[] words = figure.split(":", -1);
        try {
            return switch (words[0] + words.length) {
                case "offers1" -> signed(slice, slice.period(), null, after, size);
                case "offers-month2" -> signed(slice, month(slice, words[1]), null, after, size);
                case "signed2" -> signed(slice, slice.period(), words[1], after, size);
                case "signed-month3" -> signed(slice, month(slice, words[2]), words[1], after, size);
                case "known-at2" ->
                    rows.page(parameters(slice), HealthThen.cut(LocalDate.parse(words[1]), null), after, size);
                case "mean-at2" ->
                    rows.page(parameters(slice), HealthThen.mean(LocalDate.parse(words[1])), after, size);
                case "healthy-at2" ->
                    rows.page(
                            parameters(slice),
                            HealthThen.cut(LocalDate.parse(words[1]), HealthThen.HEALTHY),
                            after,
                            size);
                default -> ofToday(slice, figure, after, size);
            };
        } catch (DateTimeParseException broken) {
            throw new NotSeen("figure " + figure);
        }
    }

    @Override
    public Checked checked(String figure) {
        if (figure.startsWith("mean-at:")) {
            return Checked.AVERAGE;
        }
        if (figure.startsWith("healthy-at:")) {
            return Checked.share(figure.replace("healthy-at:", "known-at:"));
        }
        return figure.matches("year-[a-z]+-(stayed|again|introduced)")
                ? Checked.share(figure.substring(0, figure.lastIndexOf('-')) + "-here")
                : Checked.SUM;
    }

    private KeysetPage<CountedRow> ofToday(Slice slice, String figure, @Nullable String after, int size) {
        for (Quadrant quadrant : Quadrant.values()) {
            if (figure.equals("quadrant-" + quadrant.code())) {
                return rows.page(parameters(slice), HealthyAndBuying.cut(quadrant), after, size);
            }
        }
        String[] year = figure.split("-", -1);
        if (year.length != 3 || !year[0].equals("year") || !WhatBecame.has(year[1], year[2])) {
            throw new NotSeen("figure " + figure);
        }
        return became.rows(slice, year[1], year[2], after, size);
    }

    private KeysetPage<CountedRow> signed(
            Slice slice, Period days, @Nullable String currency, @Nullable String after, int size) {
        return won.rows(slice, days.from(), days.until(), currency, after, size);
    }

    /** As it stands in the table: the last month ends with the period, or today. */
    private Period month(Slice slice, String word) {
        YearMonth month = YearMonth.parse(word);
        LocalDate today = today(slice);
        LocalDate end =
                slice.period().until().isAfter(today) ? today : slice.period().until();
        if (month.isAfter(YearMonth.from(end))) {
            throw new NotSeen("month " + word);
        }
        LocalDate last = month.equals(YearMonth.from(end)) ? end : month.atEndOfMonth();
        return new Period(month.atDay(1), last, slice.period().zone());
    }

    private Map<String, @Nullable Object> parameters(Slice slice) {
        Map<String, @Nullable Object> all = slice.parameters();
        LocalDate today = today(slice);
        all.put("today", today);
        return all;
    }

    private LocalDate today(Slice slice) {
        return LocalDate.ofInstant(clock.instant(), slice.period().zone());
    }
}
