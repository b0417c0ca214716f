package org.attune.desk;

import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where one goes on talking with somebody: the viewer's own open conversation, or else a new one. */
@Component
@Transactional(readOnly = true)
public class ContactPageOpenTalk {

    private final JdbcClient jdbc;

    ContactPageOpenTalk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String path(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select v.id from seen_conversation(:viewer) v join participant p on p.conversation_id = v.id
                         where p.contact_id = :contact and v.owner_id = :viewer and v.state in ('open', 'resting')
                         order by v.worked_on_at desc, v.id limit 1""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .query(UUID.class)
                .optional()
                .map(open -> "/conversations/" + open)
                .orElse("/conversations/new?with=" + contact.value());
    }
}
