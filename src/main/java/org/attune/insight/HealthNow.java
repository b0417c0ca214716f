package org.attune.insight;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.attune.insight.HealthBoard.Moved;
import org.attune.insight.RelationshipRows.Cut;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the relationships somebody has now are, and how the same ones were then. Whoever is in the archive counts nowhere. */
@Component
class HealthNow {

    /** How many conversations it takes before anything can be said. */
    private static final int ENOUGH = 3;

    private static final String EACH = """
            select c.id as contact_id, coalesce(h.band, 'unknown') as band, %s as was,
                   greatest(%d - coalesce(h.two_way, 0), 0) as missing, h.score, h.band_since
              from overseen_contact(:viewer) c
              left join contact_health h on h.contact_id = c.id %s
             where c.archived_at is null and c.erasure_id is null and""";

    private static final String NOW = EACH.formatted("null::text", ENOUGH, "") + Slice.CONTACTS;

    private static final String MOVED = EACH.formatted("coalesce(t.band, 'unknown')", ENOUGH, """
            left join lateral (select x.band from health_history x where x.contact_id = c.id and x.day <= :then
                                order by x.day desc limit 1) t on true""") + Slice.CONTACTS;

    /**
     * Only whoever came to another band since can have moved; whoever came back to the one they had has not. Who is known only since
     * then is not looked up.
     */
    private static final String SINCE = """
            select s.band,
                   coalesce(case when s.known_since <= :then then (
                              select x.band from health_history x where x.contact_id = s.contact_id and x.day <= :then
                               order by x.day desc limit 1) end, 'unknown') as was,
                   0 as missing, count(*) as many, 0 as scores
              from overseen_standing(:viewer) s
             where s.counted and s.band_since > :then and""" + " " + Slice.STANDING + " group by 1, 2";

    private static final String FROM_SUMS = """
            select t.band, null as was, t.missing, sum(t.many) as many, sum(t.scores) as scores
              from overseen_tally(:viewer, :person) t
             where t.grain = 'now' and (:team::uuid is null or t.team_id = :team) and (:stage::text is null or t.stage_key = :stage)
             group by 1, 3 having sum(t.many) <> 0
            union all
            """ + SINCE;

    /** Those of one company are few. */
    private static final String FROM_ROWS = """
            select s.band, null as was, s.missing, count(*) as many, coalesce(sum(s.score), 0) as scores
              from overseen_standing(:viewer) s
             where s.counted and""" + " " + Slice.STANDING + " group by 1, 3 union all " + SINCE;

    private static final String UNKNOWN = "m.band = 'unknown'";
    private static final String RANK = "array_position(array['at_risk', 'cooling', 'steady', 'thriving'], %s)";

    /** What each figure counts of them. */
    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("known", "m.band <> 'unknown'"),
            Map.entry("healthy", "m.band in ('thriving', 'steady')"),
            Map.entry("trouble", "m.band in ('at_risk', 'cooling')"),
            Map.entry("up", RANK.formatted("m.band") + " > " + RANK.formatted("m.was")),
            Map.entry("down", RANK.formatted("m.band") + " < " + RANK.formatted("m.was")),
            Map.entry("found", "m.band <> 'unknown' and m.was = 'unknown'"),
            Map.entry("lost", "m.band = 'unknown' and m.was <> 'unknown'"),
            Map.entry("missing-0", UNKNOWN + " and m.missing = 0"),
            Map.entry("missing-1", UNKNOWN + " and m.missing = 1"),
            Map.entry("missing-2", UNKNOWN + " and m.missing = 2"),
            Map.entry("missing-3", UNKNOWN + " and m.missing = 3"));

    private final JdbcClient jdbc;

    HealthNow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many that are so.
     *
     * @param was none: they are counted; otherwise how they were before they moved
     */
    private record Some(String band, @Nullable String was, int missing, long many, long scores) {}

    record Read(Bands now, Moved moved, Map<Integer, Long> missing) {

        private static final Read NOTHING = new Read(Bands.NONE, new Moved(0, 0, 0, 0), Map.of());

        private Read and(Some some) {
            String was = some.was();
            if (was != null) {
                return new Read(now, moved(some, was), missing);
            }
            Map<Integer, Long> more = new HashMap<>(missing);
            if (!Bands.isKnown(some.band())) {
                more.merge(some.missing(), some.many(), Long::sum);
            }
            return new Read(
                    now.and(new Bands(Map.of(some.band(), some.many()), some.scores())), moved, Map.copyOf(more));
        }

        private Moved moved(Some some, String before) {
            boolean known = Bands.isKnown(some.band());
            boolean was = Bands.isKnown(before);
            int by = known && was ? Integer.compare(Bands.rank(some.band()), Bands.rank(before)) : 0;
            return new Moved(
                    moved.up() + (by > 0 ? some.many() : 0),
                    moved.down() + (by < 0 ? some.many() : 0),
                    moved.found() + (known && !was ? some.many() : 0),
                    moved.lost() + (was && !known ? some.many() : 0));
        }
    }

    Read read(Map<String, @Nullable Object> parameters) {
        return jdbc
                .sql(parameters.get("company") == null ? FROM_SUMS : FROM_ROWS)
                .params(parameters)
                .query((row, n) -> new Some(
                        row.getString("band"),
                        row.getString("was"),
                        row.getInt("missing"),
                        row.getLong("many"),
                        row.getLong("scores")))
                .list()
                .stream()
                .reduce(Read.NOTHING, Read::and, (one, other) -> other);
    }

    static Optional<Cut> cut(String figure) {
        return condition(figure)
                .map(condition -> new Cut(
                        "select m.contact_id, 'health.' || m.band as what, m.band_since as day, m.score from ("
                                + (condition.contains("m.was") ? MOVED : NOW) + ") m where " + condition,
                        null));
    }

    private static Optional<String> condition(String figure) {
        for (String band : Bands.ALL) {
            if (figure.equals("now-" + band)) {
                return Optional.of("m.band = '" + band + "'");
            }
        }
        return Optional.ofNullable(FIGURES.get(figure));
    }
}
