package org.attune.mail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The letters that wait, as rows. Taking one counts as an attempt before it is made, so that none is tried for ever. */
@Component
@Transactional
class Outbox {

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json;

    Outbox(JdbcClient jdbc, Seal seal, JsonMapper json) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
    }

    /** A letter somebody has taken out to send it. */
    record Taken(UUID id, byte[] content, int attempts, Instant writtenAt, Instant usefulUntil) {

        static Taken of(ResultSet row, int n) throws SQLException {
            return new Taken(
                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                    row.getBytes("content"),
                    row.getInt("attempts"),
                    row.getTimestamp("written_at").toInstant(),
                    row.getTimestamp("useful_until").toInstant());
        }
    }

    /** Whether it is new here. Of two transactions that put in the same one, the second waits for the first. */
    boolean put(Letter letter, Written words, Instant now) {
        byte[] content = seal.close(json.writeValueAsString(words).getBytes(StandardCharsets.UTF_8));
        return jdbc.sql("""
                        insert into mail (id, kind, user_id, content, written_at, useful_until, due_at)
                        values (:id, :kind, :user, :content, :now, :until, :now) on conflict (id) do nothing
                        """)
                        .param("id", letter.id())
                        .param("kind", letter.kind())
                        .param("user", letter.to().user())
                        .param("content", content)
                        .param("until", Timestamp.from(letter.until()))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void withdraw(UUID user, String[] kinds, Instant now) {
        jdbc.sql("""
                        update mail set state = 'withdrawn', content = null, taken_until = null, ended_at = :now
                         where kind = any (:kinds) and user_id = :user and state = 'waiting'
                        """)
                .param("kinds", kinds)
                .param("user", user)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The next letter that is due and nobody is at. */
    Optional<Taken> take(Instant now) {
        return jdbc.sql("""
                        update mail set attempts = attempts + 1, taken_until = :until
                         where id = (select id from mail
                                      where state = 'waiting' and due_at <= :now and (taken_until is null or taken_until <= :now)
                                      order by due_at, id limit 1 for update skip locked)
                        returning id, content, attempts, written_at, useful_until
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(Patience.atItUntil(now)))
                .query(Taken::of)
                .optional();
    }

    /** What it says; nothing where the key is another one now. */
    Optional<Written> open(Taken letter) {
        return seal.open(letter.content())
                .map(open -> json.readValue(new String(open, StandardCharsets.UTF_8), Written.class));
    }

    /** Sent, tried again later, or given up. */
    void handed(Taken letter, Handed handed, Instant now) {
        Optional<Instant> next = handed.isTaken()
                ? Optional.empty()
                : Patience.TWO_DAYS
                        .next(handed, letter.attempts(), now)
                        .filter(again -> !again.isAfter(letter.usefulUntil()));
        next.ifPresentOrElse(again -> waits(letter, handed, again), () -> end(letter, handed, now));
    }

    private void waits(Taken letter, Handed handed, Instant next) {
        jdbc.sql("""
                        update mail set due_at = :next, taken_until = null, obstacle = :obstacle, reply_code = :code
                         where id = :id and state = 'waiting' and attempts = :attempt
                        """)
                .param("next", Timestamp.from(next))
                .param("obstacle", handed.word())
                .param("code", handed.replyCode())
                .param("id", letter.id())
                .param("attempt", letter.attempts())
                .update();
    }

    private void end(Taken letter, Handed handed, Instant now) {
        jdbc.sql("""
                        update mail set state = :how, content = null, taken_until = null, obstacle = :obstacle, reply_code = :code,
                               ended_at = :now
                         where id = :id and state = 'waiting'
                        """)
                .param("how", handed.isTaken() ? "sent" : "failed")
                .param("obstacle", handed.word())
                .param("code", handed.replyCode())
                .param("now", Timestamp.from(now))
                .param("id", letter.id())
                .update();
    }

    /** After a start with other settings nobody wants to wait for the next attempt. */
    void bringForward(Instant now) {
        jdbc.sql("update mail set due_at = :now where state = 'waiting' and due_at > :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
