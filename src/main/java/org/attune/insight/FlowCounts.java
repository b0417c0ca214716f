package org.attune.insight;

import java.util.HashMap;
import java.util.Map;
import org.attune.insight.Flow.Moved;
import org.attune.insight.Flow.Stop;
import org.attune.insight.Flow.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts moves, who stands where, how long they stayed and what is waited for: by stage, a statement each. */
@Component
class FlowCounts {

    private static final String BY_STAGE = "select cell, part, count(*) as many from (%s) x group by 1, 2";

    private final JdbcClient jdbc;

    FlowCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are of something in a stage. */
    private static final class Counts {

        private final Map<String, Long> many = new HashMap<>();

        void add(String what, @Nullable String stage, long more) {
            many.merge(what, more, Long::sum);
            if (stage != null) {
                many.merge(what + "." + stage, more, Long::sum);
            }
        }

        long at(String what, String stage) {
            return many.getOrDefault(what + "." + stage, 0L);
        }

        long all(String what) {
            return many.getOrDefault(what, 0L);
        }
    }

    /** What was counted, and the usual stay by stage. */
    record Read(Counts counts, Map<String, Integer> usual) {

        Stop stop(String key, @Nullable String name, @Nullable String hat) {
            return new Stop(
                    key,
                    name,
                    hat,
                    counts.at("there", key),
                    counts.at("came", key),
                    counts.at("on", key),
                    counts.at("back", key),
                    counts.at("aside", key),
                    counts.at("retired", key),
                    counts.at("stay", key),
                    usual.get(key),
                    new Waiting(counts.at("promise-us", key), counts.at("question-them", key)),
                    new Waiting(counts.at("promise-them", key), counts.at("question-us", key)));
        }

        Moved moved() {
            return new Moved(
                    counts.all("first"),
                    counts.all("on"),
                    counts.all("back"),
                    counts.all("aside"),
                    counts.all("retired"),
                    counts.all("overridden"));
        }
    }

    Read read(Slice slice) {
        Counts counts = new Counts();
        moves(slice, counts);
        count(slice, slice.company() == null ? FlowSql.THERE_SUMMED : BY_STAGE.formatted(FlowSql.THERE), counts);
        count(slice, FlowSql.WAITING_COUNTED, counts);
        return new Read(counts, usual(slice, counts));
    }

    Moved moved(Slice slice) {
        Counts counts = new Counts();
        moves(slice, counts);
        return new Read(counts, Map.of()).moved();
    }

    private void count(Slice slice, String counted, Counts counts) {
        jdbc.sql(counted).params(slice.parameters()).query(row -> {
            counts.add(row.getString("cell"), row.getString("part"), row.getLong("many"));
        });
    }

    private void moves(Slice slice, Counts counts) {
        jdbc.sql("""
                        select cell, part, to_key, how, count(*) as many from (%s) m group by 1, 2, 3, 4""".formatted(FlowSql.LEFT)).params(slice.parameters()).query(row -> {
            long many = row.getLong("many");
            counts.add(row.getString("cell"), row.getString("part"), many);
            if (row.getString("to_key") != null) {
                counts.add("came", row.getString("to_key"), many);
            }
            if ("overridden".equals(row.getString("how"))) {
                counts.add("overridden", row.getString("to_key"), many);
            }
        });
    }

    private Map<String, Integer> usual(Slice slice, Counts counts) {
        Map<String, Integer> usual = new HashMap<>();
        jdbc.sql("""
                        select part, count(*) as many, percentile_disc(0.5) within group (order by days) as days
                          from (%s) s group by 1""".formatted(FlowSql.STAYS)).params(slice.parameters()).query(row -> {
            counts.add("stay", row.getString("part"), row.getLong("many"));
            usual.put(row.getString("part"), row.getInt("days"));
        });
        return usual;
    }
}
