package org.attune.insight;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody oversees: the teams they lead, the people in them, the companies of their contacts. */
@Component
@Transactional(readOnly = true)
public class Overseen {

    /** Who has anybody in a team is walked along from one of them to the next, and not asked of everybody in the house. */
    private static final String CHOICES = """
            with recursive led as (select overseen_team(:viewer) as id),
            has as (
              select l.id as team_id, (select s.owner_id from contact_standing s where s.team_id = l.id order by s.owner_id limit 1) as owner_id
                from led l
              union all
              select h.team_id,
                     (select s.owner_id from contact_standing s where s.team_id = h.team_id and s.owner_id > h.owner_id
                       order by s.owner_id limit 1)
                from has h where h.owner_id is not null),
            person as (
              select u.id, u.name from app_user u
               where (u.sells and u.deactivated_at is null and u.team_id in (select l.id from led l))
                  or (u.sells and u.id = :viewer)
                  or u.id in (select h.owner_id from has h)),
            place as (
              select k.id, k.name, k.folded_name from company k
               where k.id = :company::uuid and exists (select from overseen_contact(:viewer) c where c.company_id = k.id))
            select 'team' as kind, t.id, t.name, folded(t.name) as by_name from team t where t.id in (select l.id from led l)
            union all
            select 'person', p.id, p.name, folded(p.name) from person p
            union all
            select 'company', p.id, p.name, p.folded_name from place p
             order by by_name, id""";

    private record Row(String kind, Choice choice) {}

    private final JdbcClient jdbc;

    Overseen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param company asked for, and among the choices if they may ask for it */
    public Choices choices(Viewer viewer, @Nullable UUID company) {
        Map<String, List<Choice>> found = jdbc
                .sql(CHOICES)
                .param("viewer", viewer.uuid())
                .param("company", company)
                .query((row, n) -> new Row(
                        row.getString("kind"), new Choice(row.getObject("id", UUID.class), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::kind, Collectors.mapping(Row::choice, Collectors.toList())));
        return new Choices(
                found.getOrDefault("team", List.of()),
                found.getOrDefault("person", List.of()),
                found.getOrDefault("company", List.of()).stream().findFirst().orElse(null));
    }
}
