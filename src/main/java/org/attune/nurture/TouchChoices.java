package org.attune.nurture;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a touch can name: what they asked for lately. */
@Component
@Transactional(readOnly = true)
public class TouchChoices {

    private static final int TURNS = 8;

    private final JdbcClient jdbc;

    TouchChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something they said. */
    public record Said(UUID turn, String words, Instant at) {}

    public List<Said> saidLately(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select t.id, left(t.words, 90) as words, t.said_at from seen_turn(:viewer) t
                         where t.speaker_id = :contact and t.kind = 'heard' and t.words is not null
                         order by t.said_at desc, t.seq desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("most", TURNS)
                .query((row, n) -> new Said(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("words"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }
}
