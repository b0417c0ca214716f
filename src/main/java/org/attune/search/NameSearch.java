package org.attune.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what has a name: companies, needs, materials, stories; and what is called something like it, with a letter too many or too
 * few. One statement each, however much there is.
 */
@Component
class NameSearch {

    /** Of more that fit only so many are looked at, the newest where they have a day. */
    static final int MOST = 1_000;

    /** How well a name matches: all of it, a word of it begins so, it stands somewhere in it, it is merely like it. */
    private static final String SCORE = """
            round(case when %1$s = folded(:typed) then 4
                       when %1$s like folded(:pattern) || '%%' or %1$s like '%% ' || folded(:pattern) || '%%' then 3
                       when %1$s like '%%' || folded(:pattern) || '%%' then 2
                       else word_similarity(folded(:typed), %1$s)::numeric end, 4)""";

    private static final String HAVING = "%1$s like '%%' || folded(:pattern) || '%%'";

    private static final String ALIKE = "folded(:typed) <%% %1$s";

    static final String PAGE = """
            where (-f.score, f.sorted, f.id) > (-:score, :sorted, :id)
            order by f.score desc, f.sorted, f.id limit :most""";

    private static final String COMPANIES = """
            with few as materialized (
              select k.id, k.folded_name, k.name, k.city, k.archived_at, %1$s as score from company k where %2$s
               order by char_length(k.folded_name), k.folded_name limit :looked),
            hit as (
              select * from few
              union all
              select k.id, k.folded_name, k.name, k.city, k.archived_at, 2.25
                from company_field_value v join custom_field o on o.id = v.field_id join company k on k.id = v.company_id
               where o.searched and o.retired_at is null and folded(v.words) like '%%' || folded(:pattern) || '%%'),
            f as (
              select k.id, max(k.score) as score, k.folded_name as sorted, '/companies/' || k.id as href,
                     k.name as title, k.city as about, k.archived_at is not null as archived,
                     (select count(*) from few) = :looked as stopped
                from hit k
               group by k.id, k.folded_name, k.name, k.city, k.archived_at)
            select * from f""";

    private static final String NEEDS = """
            with few as materialized (
              select k.need_id as id from need_name k
               where k.whose && (select s.owners || s.teams || s.companions from sight_of_contacts(:viewer) s) and %2$s
               order by k.need_id desc limit :looked),
            f as (
              select n.id, %1$s as score, folded(n.title) as sorted, '/needs/' || n.id as href, n.title as title,
                     null::text as about, n.state = 'dropped' as archived, (select count(*) from few) = :looked as stopped
                from few cross join lateral (select x.* from seen_need(:viewer) x where x.id = few.id) n),
            p as (select * from f %3$s)
            select p.id, p.score, p.sorted, p.href, p.title, p.archived, p.stopped,
                   (select string_agg(c.name, ', ' order by c.sort_name) from need_person w
                      join seen_contact(:viewer) c on c.id = w.contact_id where w.need_id = p.id) as about
              from p order by p.score desc, p.sorted, p.id""";

    private static final String MATERIALS = """
            with f as (
              select m.id, %1$s as score, folded(m.title) as sorted, '/library/materials/' || m.id as href, m.title as title,
                     m.purpose as about, m.retired_at is not null as archived, false as stopped
                from seen_material(:viewer) m
               where %2$s or m.id in (select v.material_id from seen_material_version(:viewer) v
                                       where v.published_at is not null
                                         and to_tsvector('simple', v.body) @@ plainto_tsquery('simple', :typed)))
            select * from f""";

    private static final String STORIES = """
            with few as materialized (select s.id from story s where %2$s),
            f as (
              select s.id, %1$s as score, folded(s.title) as sorted, '/library/stories/' || s.id as href, s.title as title,
                     null::text as about, s.retired_at is not null as archived, false as stopped
                from few cross join lateral (select x.* from read_story(:viewer) x where x.id = few.id offset 0) s where %2$s)
            select * from f""";

    private static String statement(Group group, String like) {
        return switch (group) {
            case COMPANIES ->
                COMPANIES.formatted(score("k.folded_name"), like.formatted("k.folded_name")) + "\n" + PAGE;
            case NEEDS -> NEEDS.formatted(score("folded(n.title)"), like.formatted("k.name"), PAGE);
            case MATERIALS ->
                MATERIALS.formatted(
                                score("folded(m.title)"),
                                like.formatted("folded(m.title || ' ' || m.purpose || ' ' || m.speaks_to)"))
                        + "\n" + PAGE;
            case STORIES ->
                STORIES.formatted(
                                score("folded(s.title)"),
                                like.formatted("folded(s.title || ' ' || s.situation || ' ' || s.speaks_to)"))
                        + "\n" + PAGE;
            case PEOPLE, WORDS -> throw new IllegalArgumentException(group.name());
        };
    }

    private final JdbcClient jdbc;

    NameSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Half of the letters in threes have to agree, for this transaction; the default is stricter than a wrong letter. */
    void forgive() {
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '0.5', true)")
                .query(String.class)
                .single();
    }

    Hits find(Viewer viewer, Group group, Query query, int size, @Nullable String after) {
        return find(viewer, statement(group, HAVING), query, size, after);
    }

    /** What is merely like it. */
    Hits findAlike(Viewer viewer, Group group, Query query, int size, @Nullable String after) {
        return find(viewer, statement(group, ALIKE), query, size, after);
    }

    private Hits find(Viewer viewer, String statement, Query query, int size, @Nullable String after) {
        return page(rows(statement, parameters(viewer, query, size, Place.parse(after))), size);
    }

    static Map<String, Object> parameters(Viewer viewer, Query query, int size, Place from) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("viewer", viewer.uuid());
        parameters.put("typed", query.typed());
        parameters.put("pattern", query.pattern());
        parameters.put("email", query.email());
        parameters.put("digits", query.digits());
        parameters.put("score", from.score());
        parameters.put("sorted", from.sorted());
        parameters.put("id", from.id());
        parameters.put("most", size + 1);
        parameters.put("looked", MOST);
        return parameters;
    }

    List<Row> rows(String statement, Map<String, Object> parameters) {
        return jdbc.sql(statement)
                .params(parameters)
                .query((row, n) -> new Row(
                        new Place(
                                row.getBigDecimal("score"),
                                row.getString("sorted"),
                                Objects.requireNonNull(row.getObject("id", UUID.class))),
                        new Hit(
                                row.getString("href"),
                                row.getString("title"),
                                row.getString("about"),
                                null,
                                null,
                                null,
                                row.getBoolean("archived")),
                        row.getBoolean("stopped")))
                .list();
    }

    static Hits page(List<Row> rows, int size) {
        KeysetPage<Row> page = KeysetPage.of(rows, size, row -> row.place().toString());
        boolean stopped = rows.stream().anyMatch(Row::stopped);
        return new Hits(page.items().stream().map(Row::hit).toList(), page.next(), stopped ? Hits.Stop.TOO_MANY : null);
    }

    /** @param stopped whether more fit than were looked at */
    record Row(Place place, Hit hit, boolean stopped) {}

    private static String score(String name) {
        return SCORE.formatted(name);
    }
}
