package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.nurture.Reaction;
import org.attune.nurture.TouchKind;
import org.attune.nurture.TouchView;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads touches for a timeline, in one statement for any number of them. */
@Component
class ContactPageTouches {

    private final JdbcClient jdbc;

    ContactPageTouches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, TouchView> read(Viewer viewer, List<UUID> ids) {
        Map<UUID, TouchView> touches = new HashMap<>();
        jdbc.sql("""
                        select h.*, u.name as by_name, h.noted_by = :viewer as mine
                          from seen_contact(:viewer) c join touch h on h.contact_id = c.id join app_user u on u.id = h.noted_by
                         where h.id = any (:ids::uuid[])""")
                .param("viewer", viewer.uuid())
                .param("ids", ids.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    TouchView touch = touch(row);
                    touches.put(touch.id(), touch);
                });
        return touches;
    }

    private static TouchView touch(ResultSet row) throws SQLException {
        return new TouchView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new ContactId(row.getObject("contact_id", UUID.class)),
                Objects.requireNonNull(ContactPageTalks.named(TouchKind.class, row.getString("kind"))),
                row.getBoolean("asked_for"),
                Objects.requireNonNull(ContactPageTalks.named(Hat.class, row.getString("hat"))),
                row.getString("words"),
                ContactPageTalks.named(Reaction.class, row.getString("reaction")),
                row.getString("reaction_words"),
                row.getTimestamp("happened_at").toInstant(),
                row.getString("by_name"),
                row.getBoolean("mine"));
    }
}
