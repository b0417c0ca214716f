package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.attune.access.Hat;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.figures.Spread;
import org.attune.insight.ListeningBoard.Among;
import org.attune.insight.ListeningBoard.Fact;
import org.attune.insight.ListeningBoard.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the people of a team did, by person, hat and month. People are only ever summed up, never shown. */
record ListeningAmong(List<YearMonth> months, List<Some> all) {

    /** Parts and wholes of what somebody did under one hat in one month. */
    record Some(UserId person, Hat hat, YearMonth month, Map<ListeningFact, double[]> sums) {}

    /** @param months whole ones that are over, one after the other */
    static ListeningAmong of(JdbcClient jdbc, Viewer viewer, TeamId team, List<YearMonth> months, String zone) {
        List<Some> all = jdbc.sql("select s.owner_id, s.hat, s.month, " + ListeningFact.sums()
                        + " from spread_conversation(:viewer, :team, :first, :last, :zone) s"
                        + " join conversation_measure m on m.conversation_id = s.id group by 1, 2, 3")
                .param("viewer", viewer.uuid())
                .param("team", team.value())
                .param("first", months.get(0).atDay(1))
                .param("last", months.get(months.size() - 1).atDay(1))
                .param("zone", zone)
                .query((row, n) -> some(row))
                .list();
        return new ListeningAmong(months, all);
    }

    private static Some some(ResultSet row) throws SQLException {
        Map<ListeningFact, double[]> sums = new EnumMap<>(ListeningFact.class);
        for (ListeningFact fact : ListeningFact.values()) {
            sums.put(fact, new double[] {row.getDouble(fact.name() + "_part"), row.getDouble(fact.name() + "_whole")});
        }
        return new Some(
                new UserId(Objects.requireNonNull(row.getObject("owner_id", UUID.class))),
                Hat.valueOf(row.getString("hat").toUpperCase(Locale.ROOT)),
                YearMonth.from(Objects.requireNonNull(row.getObject("month", LocalDate.class))),
                sums);
    }

    Among told() {
        YearMonth month = months.get(months.size() - 1);
        return new Among(
                month,
                month.minusMonths(1),
                people(month),
                Arrays.stream(ListeningFact.values())
                        .map(fact -> fact(fact, month))
                        .toList());
    }

    private long people(YearMonth month) {
        return all.stream()
                .filter(some -> some.month().equals(month))
                .map(Some::person)
                .distinct()
                .count();
    }

    private Fact fact(ListeningFact fact, YearMonth month) {
        return new Fact(
                fact,
                spread(fact, month),
                spread(fact, month.minusMonths(1)),
                byHat(fact, month),
                months.stream().map(one -> new Step(one, spread(fact, one))).toList());
    }

    private @Nullable Spread spread(ListeningFact fact, YearMonth month) {
        return Spread.of(values(fact, some -> some.month().equals(month))).orElse(null);
    }

    /** Of the whole the spread is told as well; one hat alone would tell about the other. */
    private Map<Hat, Spread> byHat(ListeningFact fact, YearMonth month) {
        Map<Hat, Map<UserId, Double>> parts = new EnumMap<>(Hat.class);
        for (Hat hat : Hat.values()) {
            parts.put(
                    hat, values(fact, some -> some.hat() == hat && some.month().equals(month)));
        }
        return Spread.ofParts(parts);
    }

    private Map<UserId, Double> values(ListeningFact fact, Predicate<Some> which) {
        Map<UserId, double[]> sums = all.stream()
                .filter(which)
                .collect(Collectors.toMap(Some::person, some -> some.sums().get(fact), ListeningAmong::add));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue()[1] > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, sum -> fact.of(sum.getValue()[0], sum.getValue()[1])));
    }

    private static double[] add(double[] one, double[] other) {
        return new double[] {one[0] + other[0], one[1] + other[1]};
    }
}
