package org.attune.needs;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.SignedIn;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.outside.OutsideLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of us hears an answer: whoever asked, and if they are no longer there, who works with the customer today. */
@Component
class Hearers {

    private static final String WHO = """
            select u.id from app_user u join contact c on c.id = :contact
             where u.sells and u.deactivated_at is null
               and (u.id = :asked or u.id = c.owner_id
                 or exists (select from companion x where x.contact_id = c.id and x.user_id = u.id)
                 or exists (select from team_lead l where l.user_id = u.id and l.team_id = c.team_id))
               and exists (select from seen_contact(u.id) s where s.id = c.id and s.erasure_id is null)
             order by u.id = :asked desc, u.id = c.owner_id desc, u.name, u.id limit 1
            """;

    private final JdbcClient jdbc;
    private final Users users;

    Hearers(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    Optional<Viewer> of(OutsideLink link) {
        return jdbc.sql(WHO)
                .param("contact", link.contact().value())
                .param("asked", link.madeBy().value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> users.signedIn(new UserId(Objects.requireNonNull(id))))
                .map(SignedIn::viewer);
    }
}
