package org.attune.people;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.SightOfContacts;
import org.attune.access.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what each person sees, with the very function that decides it. */
@Component
class ContactsInSight implements SightOfContacts {

    private final JdbcClient jdbc;

    ContactsInSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Seen> byPerson() {
        return jdbc.sql("""
                        select u.id, t.name, (select count(*) from seen_contact(u.id)) as contacts
                          from app_user u join team t on t.id = u.team_id
                         where u.sells and u.deactivated_at is null""")
                .query((row, n) -> new Seen(
                        new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        row.getInt("contacts")))
                .list();
    }
}
