package org.attune.outside;

import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that were made long ago. */
public final class OldLinks {

    private OldLinks() {}

    /** One that could be answered until yesterday. */
    public static OutsideLinkId expired(
            JdbcClient jdbc, LinkKind kind, Viewer by, ContactId contact, UUID about, String secret) {
        OutsideLinkId id = new OutsideLinkId(Ids.next());
        jdbc.sql("""
                        insert into outside_link (id, kind, contact_id, about_id, made_by, made_at, until)
                        values (:id, :kind, :contact, :about, :by, now() - interval '9 days', now() - interval '1 day')
                        """)
                .param("id", id.value())
                .param("kind", kind.word())
                .param("contact", contact.value())
                .param("about", about)
                .param("by", by.uuid())
                .update();
        jdbc.sql("insert into outside_secret (link_id, hash) values (:id, :hash)")
                .param("id", id.value())
                .param("hash", LinkSecrets.hash(secret))
                .update();
        return id;
    }

    /** What the form on its page carried. */
    public static String token(String secret) {
        return LinkSecrets.token(secret);
    }
}
