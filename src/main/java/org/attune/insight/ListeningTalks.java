package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.figures.Spread;
import org.attune.insight.ListeningBoard.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted in the conversations of a slice, by person, hat and step. People are only ever summed up, never shown. */
record ListeningTalks(List<Some> all) {

    /** Those that are over and have turns. The first ten of each person count nowhere, as in figured_conversation. */
    static final String TALKS = """
            select v.id, v.owner_id, v.hat, v.channel, (v.happened_at at time zone :zone)::date as day, m.complete,
                   coalesce((v.happened_at, v.id) > (
                     select e.happened_at, e.id from conversation e
                      where e.owner_id = v.owner_id and e.happened_at is not null and e.state not in ('planned', 'called_off')
                      order by e.happened_at, e.id offset 9 limit 1), false) as counts
              from overseen_conversation(:viewer) v join conversation_measure m on m.conversation_id = v.id
             where v.happened_at >= :begins and v.happened_at < :ends
               and (:team::uuid is null or v.team_id = :team) and (:person::uuid is null or v.owner_id = :person)
               and ((:company::uuid is null and :stage::text is null) or exists (
                     select from participant p join contact c on c.id = p.contact_id where p.conversation_id = v.id and %s))""".formatted(TimeFigure.IN_SLICE);

    /** Parts and wholes of what somebody did under one hat in one week or month. */
    record Some(UserId person, Hat hat, LocalDate start, Map<ListeningFact, double[]> sums) {}

    static ListeningTalks of(JdbcClient jdbc, Slice slice, PeriodStep step) {
        return new ListeningTalks(
                jdbc.sql("select v.owner_id, v.hat, greatest(date_trunc(:step, v.day)::date, :from) as start, "
                                + ListeningFact.sums() + " from (" + TALKS + """
                        ) v join conversation_measure m on m.conversation_id = v.id
                         where v.counts and v.complete group by 1, 2, 3""")
                        .params(slice.parameters())
                        .param("step", step.word())
                        .query((row, n) -> some(row))
                        .list());
    }

    private static Some some(ResultSet row) throws SQLException {
        Map<ListeningFact, double[]> sums = new EnumMap<>(ListeningFact.class);
        for (ListeningFact fact : ListeningFact.values()) {
            sums.put(fact, new double[] {row.getDouble(fact.name() + "_part"), row.getDouble(fact.name() + "_whole")});
        }
        return new Some(
                new UserId(Objects.requireNonNull(row.getObject("owner_id", UUID.class))),
                Hat.valueOf(row.getString("hat").toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.getObject("start", LocalDate.class)),
                sums);
    }

    long people() {
        return all.stream().map(Some::person).distinct().count();
    }

    /** How a fact lies among those who did what is asked for, and what it is for one of them. */
    Value value(ListeningFact fact, UserId own, Predicate<Some> which) {
        Map<UserId, double[]> sums = all.stream()
                .filter(which)
                .collect(Collectors.toMap(Some::person, some -> some.sums().get(fact), ListeningTalks::add));
        Map<UserId, Double> values = sums.entrySet().stream()
                .filter(sum -> sum.getValue()[1] > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, sum -> fact.of(sum.getValue()[0], sum.getValue()[1])));
        return new Value(Spread.of(values).orElse(null), values.get(own));
    }

    private static double[] add(double[] one, double[] other) {
        return new double[] {one[0] + other[0], one[1] + other[1]};
    }
}
