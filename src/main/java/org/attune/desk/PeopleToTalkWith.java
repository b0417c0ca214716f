package org.attune.desk;

import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactSight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a conversation may be with: those chosen already, then those whose name is like what is typed, or the latest. */
@Component
@Transactional(readOnly = true)
public class PeopleToTalkWith {

    private static final int SHOWN = 8;

    private final ContactLists lists;
    private final ContactSight sight;
    private final JdbcClient jdbc;

    PeopleToTalkWith(ContactLists lists, ContactSight sight, JdbcClient jdbc) {
        this.lists = lists;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    /** Somebody to choose. */
    public record Person(UUID id, String name, @Nullable String company, boolean chosen) {}

    public List<Person> find(Viewer viewer, List<UUID> chosen, @Nullable String typed) {
        UUID[] found = found(viewer, typed == null ? "" : typed.strip());
        return jdbc.sql("""
                select c.id, c.name, k.name as company, c.id = any (:chosen) as chosen
                  from seen_contact(:viewer) c
                  left join company k on k.id = c.company_id
                 where c.id = any (:chosen) or c.id = any (:found)
                 order by (c.id = any (:chosen)) desc, array_position(:found, c.id), c.sort_name, c.id""")
                .param("viewer", viewer.uuid())
                .param("chosen", chosen.toArray(UUID[]::new))
                .param("found", found)
                .query((row, n) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("company"),
                        row.getBoolean("chosen")))
                .list();
    }

    /** Whoever is called like it, or whoever was heard last. */
    private UUID[] found(Viewer viewer, String like) {
        return like.isEmpty()
                ? lists.pick(viewer, ContactFilter.none(), SHOWN).ids().toArray(UUID[]::new)
                : sight.like(viewer, like, SHOWN).stream()
                        .map(one -> one.id().value())
                        .toArray(UUID[]::new);
    }
}
