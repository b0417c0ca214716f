package org.attune.voice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the voice may be narrowed to. */
@Component
@Transactional(readOnly = true)
public class VoiceChoices {

    private static final int MOST = 200;

    /** A tag that fewer carry would say who it was. */
    private static final int SEVERAL = 3;

    /** From so many on one tag is as common as the other; a house has a few tags on very many people. */
    private static final int COUNTED = 500;

    private final JdbcClient jdbc;

    VoiceChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Place(UUID id, String name) {}

    /**
     * @param companies of people the viewer sees
     * @param teams they lead
     * @param tags that several people carry
     */
    public record All(List<Place> companies, List<Place> teams, List<String> tags) {

        public All {
            companies = List.copyOf(companies);
            teams = List.copyOf(teams);
            tags = List.copyOf(tags);
        }
    }

    private record Row(String kind, @Nullable UUID id, String name) {}

    /** @param company asked for, and among the choices if they may ask for it */
    public All of(Viewer viewer, @Nullable UUID company) {
        Map<String, List<Row>> found = jdbc
                .sql("""
                        with recursive sight as materialized (select * from sight_of_contacts(:viewer)),
                        known as (
                          select c.company_id as id from sight s join contact c on c.team_id = any (s.teams)
                           where c.company_id is not null and c.merged_into is null
                           union all
                          select c.company_id from sight s join contact c on c.owner_id = any (s.owners) and c.team_id <> all (s.teams)
                           where c.company_id is not null and c.merged_into is null
                           union all
                          select c.company_id from sight s join contact c on c.id = any (s.companions)
                           where c.company_id is not null and c.merged_into is null),
                        place as (
                          select k.id from known k
                           group by k.id order by (k.id = :company::uuid) desc nulls last, count(*) desc, 1 limit :most),
                        tag as (
                          (select tag from contact_tag order by tag limit 1)
                          union all
                          select (select g.tag from contact_tag g where g.tag > t.tag order by g.tag limit 1) from tag t where t.tag is not null),
                        tagged as (
                          select t.tag from tag t
                           cross join lateral (
                             select count(*) as many from (select from contact_tag g where g.tag = t.tag limit :counted) one) c
                           where c.many >= :several order by c.many desc, t.tag limit :most)
                        select 'company' as kind, k.id, k.name, k.folded_name as by_name from place p join company k on k.id = p.id
                        union all select 'team', t.id, t.name, folded(t.name) from team t where t.id in (select overseen_team(:viewer))
                        union all select 'tag', null, tag, folded(tag) from tagged
                        order by by_name, id""")
                .param("viewer", viewer.uuid())
                .param("company", company)
                .param("most", MOST)
                .param("several", SEVERAL)
                .param("counted", COUNTED)
                .query((row, n) ->
                        new Row(row.getString("kind"), row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::kind));
        return new All(places(found.get("company")), places(found.get("team")), names(found.get("tag")));
    }

    private static List<Place> places(@Nullable List<Row> rows) {
        return rows == null
                ? List.of()
                : rows.stream()
                        .map(row -> new Place(Objects.requireNonNull(row.id()), row.name()))
                        .toList();
    }

    private static List<String> names(@Nullable List<Row> rows) {
        return rows == null ? List.of() : rows.stream().map(Row::name).toList();
    }
}
