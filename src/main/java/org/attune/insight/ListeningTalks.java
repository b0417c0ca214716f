package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.attune.insight.ListeningBoard.Own;
import org.attune.insight.ListeningBoard.Talks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations of a slice, and the viewer's own facts in them. What lies among people is {@link ListeningAmong}. */
@Component
class ListeningTalks {

    /** Those that are over and have turns. The first ten of each person count nowhere, as in figured_conversation. */
    static final String TALKS = talks("");

    private static final String OWN = talks("and v.complete and v.owner_id = :viewer");

    /** @param those only the ones for which this holds as well; nobody else's first ten depend on it */
    static String talks(String those) {
        return """
            with talk as materialized (
              select v.conversation_id, v.owner_id, v.hat, v.channel, v.happened_at, v.complete, v.alike
                from overseen_talk(:viewer) v
               where v.first and v.measured and %s and %s %s),
            tenth as materialized (
              select o.owner_id, t.happened_at, t.id
                from (select distinct w.owner_id from talk w) o
               cross join lateral (
                 select e.happened_at, e.id from conversation e
                  where e.owner_id = o.owner_id and e.happened_at is not null and e.state not in ('planned', 'called_off')
                  order by e.happened_at, e.id offset 9 limit 1) t)
            select v.conversation_id as id, v.owner_id, v.hat, v.channel, (v.happened_at at time zone :zone)::date as day, v.complete, v.alike,
                   coalesce((v.happened_at, v.conversation_id) > (t.happened_at, t.id), false) as counts
              from talk v left join tenth t on t.owner_id = v.owner_id""".formatted(TimeFigure.TOOK_PLACE, TimeFigure.WITH_SOMEBODY, those);
    }

    private final JdbcClient jdbc;

    ListeningTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param alike responses in them that nearly say what somebody else was told */
    record Counted(Talks talks, long alike) {}

    /** Counted for each person first, so that how many these are is known by the way. */
    Counted counted(Slice slice) {
        return jdbc.sql("""
                        select sum(o.complete) as complete, sum(o.counted - o.complete) as incomplete, sum(o.many - o.counted) as first_ten,
                               count(*) filter (where o.counted > 0 and o.owner_id <> :viewer) as others, sum(o.alike) as alike
                          from (select v.owner_id, count(*) as many, count(*) filter (where v.counts) as counted,
                                       count(*) filter (where v.counts and v.complete) as complete,
                                       sum(v.alike) filter (where v.counts) as alike
                                  from (""" + TALKS + ") v group by 1) o")
                .params(slice.parameters())
                .query((row, n) -> new Counted(
                        new Talks(
                                row.getLong("complete"),
                                row.getLong("incomplete"),
                                row.getLong("first_ten"),
                                row.getLong("others")),
                        row.getLong("alike")))
                .single();
    }

    /** Of the slice and of the days before it; nothing where there was no such conversation. */
    List<Own> own(Slice slice) {
        Map<Boolean, Map<ListeningFact, Double>> values = new HashMap<>();
        jdbc.sql("select v.day >= :since as now, " + ListeningFact.sums() + " from (" + OWN + """
                        ) v join conversation_measure m on m.conversation_id = v.id
                         where v.counts group by 1""")
                .params(slice.withDaysBefore().parameters())
                .param("since", slice.period().from())
                .query((ResultSet row) -> {
                    values.put(row.getBoolean("now"), values(row));
                });
        Map<ListeningFact, Double> now = values.getOrDefault(true, Map.of());
        Map<ListeningFact, Double> before = values.getOrDefault(false, Map.of());
        return values.isEmpty()
                ? List.of()
                : Arrays.stream(ListeningFact.values())
                        .map(fact -> new Own(fact, now.get(fact), before.get(fact)))
                        .toList();
    }

    private static Map<ListeningFact, Double> values(ResultSet row) throws SQLException {
        Map<ListeningFact, Double> values = new HashMap<>();
        for (ListeningFact fact : ListeningFact.values()) {
            Double value = value(row, fact);
            if (value != null) {
                values.put(fact, value);
            }
        }
        return values;
    }

    static @Nullable Double value(ResultSet row, ListeningFact fact) throws SQLException {
        double whole = row.getDouble(fact.name() + "_whole");
        return whole > 0 ? (Double) fact.of(row.getDouble(fact.name() + "_part"), whole) : null;
    }
}
