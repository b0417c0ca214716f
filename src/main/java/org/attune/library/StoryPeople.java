package org.attune.library;

import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose story could be told, and about what. */
@Component
@Transactional(readOnly = true)
public class StoryPeople {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    StoryPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person, and how many of their stories there are already. */
    public record Person(UUID id, String name, @Nullable String company, int stories) {}

    /** Those the viewer sees whose names are like this; without a name, those who decided yes or stand as customers come first. */
    public List<Person> find(Viewer viewer, @Nullable String name) {
        String wanted = name == null || name.isBlank() ? null : name.strip();
        return jdbc.sql("""
                        select c.id, c.name, k.name as company,
                               (select count(*) from story s where s.contact_id = c.id and s.retired_at is null) as stories
                          from seen_contact(:viewer) c left join company k on k.id = c.company_id
                          left join contact_stage g on g.contact_id = c.id
                         where c.erasure_id is null
                           and (:wanted::text is null or c.folded_name like '%' || folded(:wanted) || '%')
                         order by coalesce(g.stage_key in ('customer', 'advocate'), false) desc, c.sort_name, c.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("wanted", wanted == null ? null : wanted.replaceAll("([%_\\\\])", "\\\\$1"))
                .param("most", MOST)
                .query(Person.class)
                .list();
    }

    /** A theme to narrow a list by. */
    public record ThemeChoice(UUID id, String name) {}

    /** Those a story speaks to. */
    public List<ThemeChoice> themes() {
        return jdbc.sql("""
                        select t.id, t.name from theme t
                         where t.id in (select e.stands_for from story_theme x join theme e on e.id = x.theme_id)
                         order by folded(t.name) limit 200""").query(ThemeChoice.class).list();
    }
}
