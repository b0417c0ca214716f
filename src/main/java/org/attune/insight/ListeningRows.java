package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.ListeningBoard.Pair;
import org.attune.insight.ListeningBoard.Said;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations behind what is told about listening, and the responses that nearly say the same to different people. */
@Component
class ListeningRows {

    private static final int SHOWN = 10;

    private static final Map<String, String> TALKS = Map.of(
            "complete", "v.counts and v.complete",
            "incomplete", "v.counts and not v.complete",
            "first-ten", "not v.counts",
            "own", "v.counts and v.complete and v.owner_id = :viewer");

    private static final String NAMES = """
            (select string_agg(s.name, ', ' order by s.sort_name, s.id)
               from participant p join seen_contact(:viewer) s on s.id = p.contact_id where p.conversation_id = %s)""";

    private static final String WITH_ALIKE = ListeningTalks.talks("and v.alike > 0");

    /** Each response of ours once, however many earlier ones it is like. */
    private static final String ALIKE = " from (" + WITH_ALIKE + """
            ) v join turn t on t.conversation_id = v.id
             where v.counts and exists (select from turn_alike a where a.turn_id = t.id)""";

    private final JdbcClient jdbc;

    ListeningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<CountedRow> of(Slice slice, String figure, @Nullable String after, int size) {
        String query = figure.equals("alike") ? responses() : talks(figure);
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql("select * from (" + query + """
                        ) x where (day, id) < (:afterDay, :afterId) order by day desc, id desc limit :most""")
                .params(slice.parameters())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> row(row))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static String talks(String figure) {
        if (!TALKS.containsKey(figure)) {
            throw new NotSeen("figure " + figure);
        }
        return """
                select v.id, v.day, v.channel, null::text as words, %s as names,
                       (select '/conversations/' || s.id from seen_conversation(:viewer) s where s.id = v.id) as link
                  from (%s) v where %s""".formatted(NAMES.formatted("v.id"), ListeningTalks.TALKS, TALKS.get(figure));
    }

    private static String responses() {
        return """
                select t.id, v.day, v.channel, %s as names,
                       (select s.words from seen_turn(:viewer) s where s.id = t.id) as words,
                       (select '/conversations/' || v.id || '#t' || s.seq from seen_turn(:viewer) s where s.id = t.id) as link""".formatted(NAMES.formatted("v.id")) + ALIKE;
    }

    private static CountedRow row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        LocalDate day = Objects.requireNonNull(row.getObject("day", LocalDate.class));
        return new CountedRow(
                new DayKey(day, id).toString(),
                row.getString("names"),
                row.getString("link"),
                row.getString("words"),
                "channel." + row.getString("channel"),
                day,
                BigDecimal.ONE,
                null);
    }

    /** The newest of those whose two texts the viewer may both read: day by day, until there are enough. */
    List<Pair> pairs(Slice slice) {
        return jdbc.sql("""
                        select l.words as later_words, l.seq as later_seq, l.conversation_id as later_talk, x.day as later_day,
                               %s as later_to, e.words as earlier_words, e.seq as earlier_seq, e.conversation_id as earlier_talk,
                               (e.said_at at time zone :zone)::date as earlier_day, %s as earlier_to,
                               round(similarity(l.words, e.words) * 100) as likeness
                          from (select v.day, t.later, t.earlier
                                  from (select * from (%s) v where v.counts order by v.day desc offset 0) v
                                 cross join lateral (
                                   select t.id as later, a.earlier_id as earlier from turn t join turn_alike a on a.turn_id = t.id
                                    where t.conversation_id = v.id offset 0) t
                                 order by v.day desc, t.later desc, t.earlier desc offset 0) x
                         cross join lateral (
                           select s.* from seen_turn(:viewer) s where s.id = x.later and s.words is not null offset 0) l
                         cross join lateral (
                           select s.* from seen_turn(:viewer) s where s.id = x.earlier and s.words is not null offset 0) e
                         order by x.day desc, x.later desc, x.earlier desc limit :most""".formatted(
                                NAMES.formatted("l.conversation_id"), NAMES.formatted("e.conversation_id"), WITH_ALIKE))
                .params(slice.parameters())
                .param("most", SHOWN)
                .query((row, n) -> new Pair(said(row, "later"), said(row, "earlier"), row.getLong("likeness")))
                .list();
    }

    private static Said said(ResultSet row, String which) throws SQLException {
        return new Said(
                row.getString(which + "_words"),
                row.getString(which + "_to"),
                null,
                Objects.requireNonNull(row.getObject(which + "_day", LocalDate.class)),
                "/conversations/" + row.getString(which + "_talk") + "#t" + row.getInt(which + "_seq"));
    }
}
