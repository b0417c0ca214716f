package org.attune.conversations;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Threads of mail that became conversations, as far as their headers were brought along; who goes on from one stays in it. */
@Component
@Transactional
public class MailThreads {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailThreads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A thread to go on from.
     *
     * @param subject of its last message
     * @param messages as mail programs know them, the oldest first
     */
    public record Thread(String subject, List<String> messages) {}

    /** The later message counts, where several were brought. */
    void keep(ConversationId conversation, BroughtMail newest) {
        jdbc.sql("""
                        insert into brought_mail as b (conversation_id, subject, message_ids, said_at, brought_at)
                        values (:conversation, :subject, :ids, :at, :now)
                        on conflict (conversation_id) do update
                          set subject = excluded.subject, message_ids = excluded.message_ids, said_at = excluded.said_at,
                              brought_at = excluded.brought_at
                        where b.said_at is null or excluded.said_at is null or excluded.said_at >= b.said_at""")
                .param("conversation", conversation.value())
                .param("subject", newest.subject())
                .param("ids", newest.thread())
                .param("at", newest.at() == null ? null : Timestamp.from(newest.at()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The thread of a conversation with somebody, if the viewer reads it and its headers are known. */
    @Transactional(readOnly = true)
    public Optional<Thread> with(Viewer viewer, ConversationId conversation, ContactId contact) {
        return jdbc.sql("""
                        select b.subject, b.message_ids from seen_conversation(:viewer) v
                          join brought_mail b on b.conversation_id = v.id
                          join participant p on p.conversation_id = v.id and p.contact_id = :contact
                         where v.id = :conversation""")
                .param("viewer", viewer.uuid())
                .param("conversation", conversation.value())
                .param("contact", contact.value())
                .query((row, n) -> new Thread(
                        row.getString("subject"),
                        List.of(row.getString("message_ids").split(" "))))
                .optional();
    }
}
