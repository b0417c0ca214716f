package org.attune.correspondence;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.mail.PersonalLetter;
import org.attune.people.ContactId;
import org.attune.platform.Language;
import org.attune.platform.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Letters and addresses as rows. A letter that waits refers to an address that is wanted, and the database sees to that. */
@Component
class LetterRows {

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json;

    LetterRows(JdbcClient jdbc, Seal seal, JsonMapper json) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
    }

    record Draft(
            UUID id,
            ContactId contact,
            UUID address,
            String subject,
            @Nullable UUID answers,
            List<String> thread) {}

    List<AddressView> addresses(ContactId contact) {
        return jdbc.sql("""
                        select e.address, coalesce(a.wanted, true) as wanted, a.dead_since
                          from contact_email e left join letter_address a on a.key = address_key(e.address)
                         where e.contact_id = :contact order by e.position, e.id""")
                .param("contact", contact.value())
                .query((row, n) -> {
                    Timestamp dead = row.getTimestamp("dead_since");
                    return new AddressView(
                            row.getString("address"), row.getBoolean("wanted"), dead == null ? null : dead.toInstant());
                })
                .list();
    }

    /** The row of an address, held against a no until this transaction is done; nothing where there is a no already. */
    Optional<UUID> wanted(String address) {
        jdbc.sql("insert into letter_address (key) values (address_key(:address)) on conflict do nothing")
                .param("address", address)
                .update();
        return jdbc.sql("select id from letter_address where key = address_key(:address) and wanted for key share")
                .param("address", address)
                .query(UUID.class)
                .optional();
    }

    /** Of the contact's addresses the one a letter was written to; none where it is theirs no longer. */
    Optional<String> writtenTo(Viewer viewer, UUID letter) {
        return jdbc.sql("""
                        select e.address from letter l join seen_contact(:viewer) c on c.id = l.contact_id
                          join letter_address a on a.id = l.address_id
                          join contact_email e on e.contact_id = c.id and address_key(e.address) = a.key
                         where l.id = :id order by e.position, e.id limit 1""")
                .param("viewer", viewer.uuid())
                .param("id", letter)
                .query(String.class)
                .optional();
    }

    /** The one a letter goes on from, that is written already and could not be sent. */
    @Nullable
    UUID answeredBy(UUID letter) {
        return jdbc.sql("select answers_id from letter where id = :id and answers_id is not null")
                .param("id", letter)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** The letter before, if it was to the same person and has left. */
    @Nullable
    UUID answered(ContactId contact, UUID letter) {
        return jdbc.sql("select id from letter where id = :id and contact_id = :contact and state = 'sent'")
                .param("id", letter)
                .param("contact", contact.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** The letters before this one in its thread, the oldest first; as many as fit into a header. */
    List<UUID> thread(@Nullable UUID letter) {
        return letter == null
                ? List.of()
                : jdbc.sql("""
                        with recursive before (id, answers_id, n) as (
                          select id, answers_id, 1 from letter where id = :id
                          union all
                          select l.id, l.answers_id, b.n + 1 from before b join letter l on l.id = b.answers_id where b.n < 10)
                        select id from before order by n desc""").param("id", letter).query(UUID.class).list();
    }

    /** The messages of others with which the thread of a letter began; of one that could not be sent, its own. */
    List<String> begunWith(UUID letter) {
        return jdbc.sql("""
                        with recursive before (answers_id, in_thread, n) as (
                          select answers_id, in_thread, 1 from letter where id = :id
                          union all
                          select l.answers_id, l.in_thread, b.n + 1 from before b join letter l on l.id = b.answers_id where b.n < 10)
                        select in_thread from before where in_thread is not null order by n limit 1""")
                .param("id", letter)
                .query(String.class)
                .optional()
                .map(ids -> List.of(ids.split(" ")))
                .orElse(List.of());
    }

    void link(byte[] hash, UUID address, Optional<Language> language, Instant now) {
        jdbc.sql(
                        "insert into letter_link (hash, address_id, language, made_at) values (:hash, :address, :language, :now)")
                .param("language", language.map(Language::code).orElse(null))
                .param("hash", hash)
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether it waits to be sent now and did not before. */
    boolean put(Viewer viewer, Draft draft, PersonalLetter letter, Instant now) {
        return jdbc.sql("""
                        insert into letter as l (id, contact_id, address_id, wanted, subject, answers_id, in_thread, content,
                                                 written_by, written_at, due_at)
                        values (:id, :contact, :address, true, :subject, :answers, :thread, :content, :by, :now, :now)
                        on conflict (id) do update
                          set state = 'waiting', wanted = true, content = excluded.content, address_id = excluded.address_id,
                              subject = excluded.subject, due_at = excluded.due_at, taken_until = null, attempts = 0,
                              obstacle = null, reply_code = null, ended_at = null
                        where l.state = 'failed' and l.contact_id = excluded.contact_id and l.written_by = excluded.written_by""")
                        .param("id", draft.id())
                        .param("contact", draft.contact().value())
                        .param("address", draft.address())
                        .param("subject", draft.subject())
                        .param("answers", draft.answers())
                        .param("thread", draft.thread().isEmpty() ? null : String.join(" ", draft.thread()))
                        .param(
                                "content",
                                seal.close(json.writeValueAsString(letter).getBytes(StandardCharsets.UTF_8)))
                        .param("by", viewer.uuid())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean takeBack(UUID id, Instant now) {
        jdbc.sql("""
                        update letter set state = 'withdrawn', wanted = null, content = null, taken_until = null, ended_at = :now
                         where id = :id and state = 'waiting'""").param("id", id).param("now", Timestamp.from(now)).update();
        return jdbc.sql("select 1 from letter where id = :id and state in ('sent', 'returned')")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    Optional<ContactId> seenContact(Viewer viewer, UUID letter) {
        return jdbc.sql("""
                        select c.id from letter l join seen_contact(:viewer) c on c.id = l.contact_id
                         where l.id = :id and l.state in ('sent', 'returned')""")
                .param("viewer", viewer.uuid())
                .param("id", letter)
                .query((row, n) -> new ContactId(Objects.requireNonNull(row.getObject(1, UUID.class))))
                .optional();
    }

    void cameBack(UUID letter, Instant now) {
        jdbc.sql("update letter set state = 'returned' where id = :id and state = 'sent'")
                .param("id", letter)
                .update();
        jdbc.sql("""
                        update letter_address set dead_since = coalesce(dead_since, :now)
                         where id = (select address_id from letter where id = :id)""").param("id", letter).param("now", Timestamp.from(now)).update();
    }

    void works(String address) {
        jdbc.sql("update letter_address set dead_since = null where key = address_key(:address)")
                .param("address", address)
                .update();
    }
}
