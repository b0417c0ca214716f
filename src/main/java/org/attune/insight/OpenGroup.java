package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Open offers that are alike: in currency, in how they came, in the month they named. */
record OpenGroup(
        String currency,
        boolean pulled,
        @Nullable LocalDate month,
        boolean late,
        boolean soon,
        long offers,
        BigDecimal amount) {

    static OpenGroup read(ResultSet row, int number) throws SQLException {
        return new OpenGroup(
                row.getString("currency"),
                row.getBoolean("pulled"),
                row.getObject("month", LocalDate.class),
                row.getBoolean("late"),
                row.getBoolean("soon"),
                row.getLong("offers"),
                row.getBigDecimal("amount"));
    }

    static long count(List<OpenGroup> groups, Predicate<OpenGroup> which) {
        return groups.stream().filter(which).mapToLong(OpenGroup::offers).sum();
    }

    static List<OnTheTable.Sum> sums(List<OpenGroup> groups) {
        return groups.stream()
                .map(OpenGroup::currency)
                .distinct()
                .sorted()
                .map(currency -> new OnTheTable.Sum(
                        currency,
                        count(groups, group -> group.currency.equals(currency)),
                        amount(groups, currency, true),
                        amount(groups, currency, false)))
                .toList();
    }

    private static BigDecimal amount(List<OpenGroup> groups, String currency, boolean pulled) {
        return groups.stream()
                .filter(group -> group.currency.equals(currency) && group.pulled == pulled)
                .map(OpenGroup::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<OnTheTable.Month> months(List<OpenGroup> groups) {
        return groups.stream()
                .map(OpenGroup::month)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .map(month ->
                        new OnTheTable.Month(month, count(groups, in(month, true)), count(groups, in(month, false))))
                .toList();
    }

    private static Predicate<OpenGroup> in(@Nullable LocalDate month, boolean pulled) {
        return group -> Objects.equals(group.month, month) && group.pulled == pulled;
    }
}
