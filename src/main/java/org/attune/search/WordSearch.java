package org.attune.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.people.InSight;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what was said, in the latest conversation first. What is personal is shown at Prepare and nowhere else, so it is not found; what
 * is private or sensitive is left to {@code seen_turn}. Words that were said seldom are looked up; words that are said all the
 * time are read for in one conversation after the other, the latest first, until the page is full or enough were read.
 */
@Component
class WordSearch {

    /** Up to here all that was said is looked up. */
    private static final int SELDOM = 1_500;

    /** More than the planner expects of a word it has never seen. */
    private static final int LIKELY = 5_000;

    /** Conversations read for one page. */
    static final int TALKS = 2_000;

    private static final String WANTED = """
            (select case when :operators then websearch_to_tsquery('simple', :typed) else to_tsquery('simple', :words) end)""";

    private static final String SHOWN = """
            select t.id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at, w.happened_at,
                   coalesce(c.name, case when t.kind <> 'heard' then u.name end) as who
              from %s w
              cross join lateral (
                select x.* from seen_turn(:viewer) x where x.id = w.id
                   and not exists (select from turn_mark m where m.turn_id = x.id and m.kind = 'personal')) t
              left join seen_contact(:viewer) c on c.id = t.speaker_id
              join app_user u on u.id = t.logged_by
             where (w.happened_at, w.conversation_id, w.seq) < (:at, :talk, :seq)
             order by w.happened_at desc, w.conversation_id desc, w.seq desc limit :most""";

    private static final String LOOKED_UP = """
            with seen as materialized (
              select distinct f.id, f.conversation_id, f.seq, c.happened_at
                from unnest(:turns::uuid[], :talks::uuid[], :places::int[]) f (id, conversation_id, seq)
                join contact_talk c on c.conversation_id = f.conversation_id
               where %s or c.contact_id = any (:companions))
            """.formatted(InSight.THEIRS) + SHOWN.formatted("seen");

    private final JdbcClient jdbc;
    private final int seldom;
    private final int talks;

    @Autowired
    WordSearch(JdbcClient jdbc) {
        this(jdbc, SELDOM, TALKS);
    }

    /**
     * @param seldom how often words may have been said to be looked up
     * @param talks how many conversations are read for a page otherwise
     */
    WordSearch(JdbcClient jdbc, int seldom, int talks) {
        this.jdbc = jdbc;
        this.seldom = seldom;
        this.talks = talks;
    }

    /** Turns that have the words, of anybody's, each with its conversation and its place there. */
    record Seldom(UUID[] turns, UUID[] talks, Integer[] places) {}

    /** @param seldom none where the words are said all the time */
    Hits find(Viewer viewer, InSight sight, Query query, int size, @Nullable String after, @Nullable Seldom seldom) {
        if (seldom != null && seldom.turns().length == 0) {
            return hits(query, size, List.of(), null);
        }
        Said from = Said.parse(after);
        Map<String, @Nullable Object> parameters = new HashMap<>(Map.of(
                "viewer",
                viewer.uuid(),
                "at",
                from.moment(),
                "talk",
                from.talk(),
                "seq",
                from.seq(),
                "most",
                size + 1));
        sight.into(parameters);
        if (seldom == null) {
            parameters.putAll(wanted(query));
            return readFor(query, size, sight, parameters);
        }
        parameters.put("turns", seldom.turns());
        parameters.put("talks", seldom.talks());
        parameters.put("places", seldom.places());
        return hits(query, size, rows(LOOKED_UP, parameters), null);
    }

    /** All that has the words; none where they are said too often to look all of it up. */
    @Nullable
    Seldom lookUp(Query query) {
        return jdbc.sql("""
                        select f.*, x.likely > %2$d or cardinality(f.turns) > %3$d as common
                          from (select likely_turns(%1$s) as likely offset 0) x
                          cross join lateral (
                            select coalesce(array_agg(t.id), '{}') as turns, coalesce(array_agg(t.conversation_id), '{}') as talks,
                                   coalesce(array_agg(t.seq), '{}') as places
                              from (select t.id, t.conversation_id, t.seq from turn t
                                     where x.likely <= %2$d and t.search @@ %1$s limit %3$d + 1) t) f""".formatted(WANTED, LIKELY, seldom))
                .params(wanted(query))
                .query((row, n) -> row.getBoolean("common") ? Optional.<Seldom>empty() : Optional.of(seldom(row)))
                .single()
                .orElse(null);
    }

    private static Seldom seldom(ResultSet row) throws SQLException {
        return new Seldom(
                (UUID[]) row.getArray("turns").getArray(),
                (UUID[]) row.getArray("talks").getArray(),
                (Integer[]) row.getArray("places").getArray());
    }

    private static Map<String, Object> wanted(Query query) {
        return Map.of("operators", query.hasOperators(), "typed", query.typed(), "words", query.allWords());
    }

    /** Reads what was said in the latest conversations until the page is full. */
    private Hits readFor(Query query, int size, InSight sight, Map<String, @Nullable Object> parameters) {
        List<Row> rows = rows(
                """
                with wanted as materialized (select %s as words)
                """.formatted(WANTED) + SHOWN.formatted("""
                        (select t.id, v.conversation_id, t.seq, v.happened_at
                           from (%s limit %d) v
                           cross join lateral (
                             select x.id, x.seq from turn x
                              where x.conversation_id = v.conversation_id and x.search @@ (select words from wanted)) t)""".formatted(talks(sight, parameters), talks)), parameters);
        if (rows.size() > size) {
            return hits(query, size, rows, null);
        }
        Said last = lastRead(sight, parameters);
        return last == null
                ? hits(query, size, rows, null)
                : new Hits(shown(query, rows), last.toString(), Hits.Stop.READ_SO_FAR);
    }

    /** After which conversation somebody goes on; none where all of them were read. */
    private @Nullable Said lastRead(InSight sight, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(
                        "select happened_at, conversation_id from (%s) v order by happened_at desc, conversation_id desc offset %d limit 1"
                                .formatted(talks(sight, parameters), talks - 1))
                .params(parameters)
                .query((row, n) -> new Said(
                        moment(row, "happened_at"),
                        Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                        0))
                .optional()
                .orElse(null);
    }

    /** Each once, though several of its people may be in sight. */
    private String talks(InSight sight, Map<String, @Nullable Object> parameters) {
        List<String> pieces = new ArrayList<>(sight.pieces(parameters));
        if (sight.hasCompanions()) {
            pieces.add("c.contact_id = any (:companions) and not " + InSight.THEIRS);
        }
        if (pieces.isEmpty()) {
            pieces.add("false");
        }
        return "select distinct on (happened_at, conversation_id) happened_at, conversation_id from ("
                + pieces.stream().map(this::piece).collect(Collectors.joining(" union all "))
                + ") a order by happened_at desc, conversation_id desc";
    }

    private String piece(String piece) {
        return """
                (select c.happened_at, c.conversation_id from contact_talk c
                  where %s and (c.happened_at, c.conversation_id) <= (:at, :talk) and (:seq > 0 or c.conversation_id <> :talk)
                  order by c.happened_at desc, c.conversation_id desc limit %d)""".formatted(piece, 2 * talks);
    }

    private record Row(
            Said place,
            Instant saidAt,
            String href,
            String words,
            @Nullable String exactness,
            @Nullable String who) {

        Hit hit(Query query) {
            return new Hit(href, null, who, Excerpt.of(words, query), exactness, saidAt, false);
        }
    }

    private List<Row> rows(String statement, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(statement)
                .params(parameters)
                .query((row, n) -> new Row(
                        new Said(
                                moment(row, "happened_at"),
                                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                                row.getInt("seq")),
                        moment(row, "said_at"),
                        "/conversations/" + row.getString("conversation_id") + "#t" + row.getInt("seq"),
                        row.getString("words"),
                        row.getString("exactness"),
                        row.getString("who")))
                .list();
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    private static Hits hits(Query query, int size, List<Row> rows, Hits.@Nullable Stop stop) {
        KeysetPage<Row> page = KeysetPage.of(rows, size, row -> row.place().toString());
        return new Hits(shown(query, page.items()), page.next(), stop);
    }

    private static List<Hit> shown(Query query, List<Row> rows) {
        return rows.stream().map(row -> row.hit(query)).toList();
    }
}
