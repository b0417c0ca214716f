package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.attune.access.Hat;
import org.attune.access.Role;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.insight.Checked;
import org.attune.insight.Counted;
import org.attune.insight.CountedRow;
import org.attune.insight.Period;
import org.attune.insight.Slice;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureCheckTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Slice SLICE = new Slice(
            new Viewer(new UserId(Ids.next()), "Ruth", Role.MANAGER, true, Hat.SALES, ZONE, Locale.UK),
            null,
            null,
            null,
            null,
            new Period(DAY, DAY, ZONE));

    /** Two figures: some, and all. */
    record Few(Checked checked, List<CountedRow> some, List<CountedRow> all) implements Counted {

        @Override
        public String dashboard() {
            return "few";
        }

        @Override
        public Checked checked(String figure) {
            return figure.equals("some") ? checked : new Checked(Checked.Way.SUM, null);
        }

        @Override
        public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
            List<CountedRow> rows = figure.equals("some") ? some : all;
            int from = after == null ? 0 : Integer.parseInt(after);
            List<CountedRow> rest = rows.subList(from, rows.size());
            return KeysetPage.of(rest.subList(0, Math.min(size + 1, rest.size())), size, CountedRow::key);
        }
    }

    @Test
    void aShareSaysHowManyOfHowManyAndWhereTheseAre() {
        FigureCheck check = check(new Few(share(), rows(null, 1, 1, 1), rows(null, 1, 1, 1, 1, 1, 1, 1)), null);

        assertThat(check.some()).isEqualByComparingTo("3");
        assertThat(check.all()).isEqualByComparingTo("7");
        assertThat(check.figure()).isEqualByComparingTo("43");
        assertThat(check.link()).startsWith("/dashboards/few/rows?").endsWith("figure=all");
    }

    @Test
    void aShareOfMoneyIsOfMoney() {
        FigureCheck check = check(new Few(share(), rows("EUR", 9600), rows("EUR", 12000, 6000)), null);

        assertThat(check.unit()).isEqualTo("EUR");
        assertThat(check.figure()).isEqualByComparingTo("53");
    }

    @Test
    void ofNothingThereIsNoShareAndNoneOfSomethingIsOne() {
        assertThat(FigureRows.of(new Few(share(), List.of(), List.of()), SLICE, "some", null)
                        .check())
                .isNull();
        assertThat(check(new Few(share(), List.of(), rows(null, 1, 1)), null).figure())
                .isEqualByComparingTo("0");
    }

    @Test
    void theMiddleIsMarkedAndOfTwoTheSmallerOne() {
        FigureCheck odd = check(new Few(middle(), rows("days", 1, 5, 9), List.of()), null);
        FigureCheck even = check(new Few(middle(), rows("days", 1, 5, 9, 12), List.of()), null);

        assertThat(odd.key()).isEqualTo("2").isEqualTo(even.key());
        assertThat(odd.figure()).isEqualByComparingTo("5");
        assertThat(even.some()).isEqualByComparingTo("2");
        assertThat(even.all()).isEqualByComparingTo("4");
    }

    @Test
    void itIsMarkedOnWhateverPageItIs() {
        int[] days = IntStream.range(0, 130).toArray();
        Few many = new Few(middle(), rows("days", days), List.of());
        FigureRows second = FigureRows.of(many, SLICE, "some", "50");

        assertThat(check(many, null).link()).contains("after=50");
        assertThat(Objects.requireNonNull(second.check()).key()).isEqualTo("65");
        assertThat(second.items()).extracting(CountedRow::key).contains("65");
        assertThat(second.all()).isNull();
    }

    @Test
    void anAverageIsWhatTheyAddUpToByHowManyThereAre() {
        FigureCheck check =
                check(new Few(new Checked(Checked.Way.AVERAGE, null), rows("points", 70, 81, 50), List.of()), null);

        assertThat(check.some()).isEqualByComparingTo("201");
        assertThat(check.figure()).isEqualByComparingTo("67");
    }

    private static FigureCheck check(Few few, @Nullable String after) {
        return Objects.requireNonNull(FigureRows.of(few, SLICE, "some", after).check());
    }

    private static Checked share() {
        return new Checked(Checked.Way.SHARE, "all");
    }

    private static Checked middle() {
        return new Checked(Checked.Way.MIDDLE, null);
    }

    /** Their keys are their places. */
    private static List<CountedRow> rows(@Nullable String unit, int... amounts) {
        return IntStream.range(0, amounts.length)
                .mapToObj(n -> new CountedRow(
                        String.valueOf(n + 1), "Helen", null, null, null, DAY, BigDecimal.valueOf(amounts[n]), unit))
                .toList();
    }
}
