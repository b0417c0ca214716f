package org.attune.search;

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
 * Finds what has a name: people, also by e-mail address and phone number, companies, needs, materials, stories. Forgives a letter too many or
 * too few. One statement each, however much there is.
 */
@Component
class NameSearch {

    /** How well a name matches: all of it, a word of it begins so, it stands somewhere in it, it is merely like it. */
    private static final String SCORE = """
            round(case when %1$s = folded(:typed) then 4
                       when %1$s like folded(:pattern) || '%%' or %1$s like '%% ' || folded(:pattern) || '%%' then 3
                       when %1$s like '%%' || folded(:pattern) || '%%' then 2
                       else word_similarity(folded(:typed), %1$s)::numeric end, 4)""";

    private static final String LIKE = "(%1$s like '%%' || folded(:pattern) || '%%' or folded(:typed) <%% %1$s)";

    private static final String PAGE = """
            where (-f.score, f.sorted, f.id) > (-:score, :sorted, :id)
            order by f.score desc, f.sorted, f.id limit :most""";

    private static final Map<Group, String> SQL = Map.of(
            Group.PEOPLE,
            """
                    with hit(id, score) as (
                      select c.id, %s from seen_contact(:viewer) c where %s
                      union all
                      select e.contact_id, 2.5 from contact_email e
                       where :email <> '' and lower(e.address) like '%%' || :email || '%%'
                      union all
                      select p.contact_id, 2.5 from contact_phone p
                       where :digits <> '' and p.e164 like '%%' || :digits || '%%'
                      union all
                      select v.contact_id, 2.25 from contact_field_value v join custom_field o on o.id = v.field_id
                       where o.searched and o.retired_at is null and folded(v.words) like '%%' || folded(:pattern) || '%%'),
                    f as (
                      select c.id, max(hit.score) as score, c.sort_name as sorted, '/contacts/' || c.id as href, c.name as title,
                             nullif(concat_ws(', ', c.job_title, k.name), '') as about, c.archived_at is not null as archived
                        from hit join seen_contact(:viewer) c on c.id = hit.id left join company k on k.id = c.company_id
                       group by c.id, c.sort_name, c.name, c.job_title, k.name, c.archived_at)
                    select * from f""".formatted(score("c.folded_name"), like("c.folded_name")),
            Group.COMPANIES,
            """
                    with hit(id, score) as (
                      select k.id, %s from company k where %s
                      union all
                      select v.company_id, 2.25 from company_field_value v join custom_field o on o.id = v.field_id
                       where o.searched and o.retired_at is null and folded(v.words) like '%%' || folded(:pattern) || '%%'),
                    f as (
                      select k.id, max(hit.score) as score, k.folded_name as sorted, '/companies/' || k.id as href,
                             k.name as title, k.city as about, k.archived_at is not null as archived
                        from hit join company k on k.id = hit.id
                       group by k.id, k.folded_name, k.name, k.city, k.archived_at)
                    select * from f""".formatted(score("k.folded_name"), like("k.folded_name")),
            Group.NEEDS,
            """
                    with f as (
                      select n.id, %s as score, folded(n.title) as sorted, '/needs/' || n.id as href, n.title as title,
                             (select string_agg(c.name, ', ' order by c.sort_name) from need_person p
                                join seen_contact(:viewer) c on c.id = p.contact_id where p.need_id = n.id) as about,
                             n.state = 'dropped' as archived
                        from seen_need(:viewer) n where %s)
                    select * from f""".formatted(score("folded(n.title)"), like("folded(n.title)")),
            Group.MATERIALS,
            """
                    with f as (
                      select m.id, %s as score, folded(m.title) as sorted, '/library/materials/' || m.id as href, m.title as title,
                             m.purpose as about, m.retired_at is not null as archived
                        from seen_material(:viewer) m
                       where %s or m.id in (select v.material_id from seen_material_version(:viewer) v
                                             where v.published_at is not null
                                               and to_tsvector('simple', v.body) @@ plainto_tsquery('simple', :typed)))
                    select * from f""".formatted(score("folded(m.title)"), like("folded(m.title || ' ' || m.purpose || ' ' || m.speaks_to)")),
            Group.STORIES,
            """
                    with f as (
                      select s.id, %s as score, folded(s.title) as sorted, '/library/stories/' || s.id as href, s.title as title,
                             null::text as about, s.retired_at is not null as archived
                        from read_story(:viewer) s where %s)
                    select * from f""".formatted(
                    score("folded(s.title)"), like("folded(s.title || ' ' || s.situation || ' ' || s.speaks_to)")));

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

    KeysetPage<Hit> find(Viewer viewer, Group group, Query query, int size, @Nullable String after) {
        Place place = Place.parse(after);
        List<Row> rows = jdbc.sql(Objects.requireNonNull(SQL.get(group)) + "\n" + PAGE)
                .param("viewer", viewer.uuid())
                .param("typed", query.typed())
                .param("pattern", query.pattern())
                .param("email", query.email())
                .param("digits", query.digits())
                .param("score", place.score())
                .param("sorted", place.sorted())
                .param("id", place.id())
                .param("most", size + 1)
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
                                row.getBoolean("archived"))))
                .list();
        KeysetPage<Row> page = KeysetPage.of(rows, size, row -> row.place().toString());
        return new KeysetPage<>(page.items().stream().map(Row::hit).toList(), page.next());
    }

    private record Row(Place place, Hit hit) {}

    private static String score(String name) {
        return SCORE.formatted(name);
    }

    private static String like(String name) {
        return LIKE.formatted(name);
    }
}
