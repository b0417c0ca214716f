package org.attune.desk;

import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a conversation may be with: those chosen already, then those whose name is like what is typed, or the latest. */
@Component
@Transactional(readOnly = true)
public class PeopleToTalkWith {

    private static final int SHOWN = 8;

    private final JdbcClient jdbc;

    PeopleToTalkWith(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody to choose. */
    public record Person(UUID id, String name, @Nullable String company, boolean chosen) {}

    public List<Person> find(Viewer viewer, List<UUID> chosen, @Nullable String typed) {
        String like = typed == null ? "" : typed.strip();
        return jdbc.sql("""
                select c.id, c.name, k.name as company, c.id = any (:chosen) as chosen
                  from seen_contact(:viewer) c
                  left join company k on k.id = c.company_id
                  left join contact_card d on d.contact_id = c.id
                 where c.id = any (:chosen)
                    or c.archived_at is null
                       and (:like = '' or c.folded_name like '%' || folded(:like) || '%'
                            or folded(:like) <% c.folded_name or k.folded_name like '%' || folded(:like) || '%')
                 order by (c.id = any (:chosen)) desc,
                          case when :like = '' then 0 else word_similarity(folded(:like), c.folded_name) end desc,
                          d.last_two_way_at desc nulls last, c.sort_name, c.id
                 limit :most""")
                .param("viewer", viewer.uuid())
                .param("chosen", chosen.toArray(UUID[]::new))
                .param("like", like)
                .param("most", SHOWN + chosen.size())
                .query((row, n) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("company"),
                        row.getBoolean("chosen")))
                .list();
    }
}
