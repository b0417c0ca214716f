package org.attune.correspondence;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.attune.mail.Handed;
import org.attune.mail.Obstacle;
import org.attune.mail.Patience;
import org.attune.mail.PersonalLetter;
import org.attune.platform.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The letters that wait. Taking one counts as an attempt before it is made. Handing it over holds the address: whoever says no to
 * letters at that moment is answered when it has left, and then nothing leaves any more.
 */
@Component
@Transactional
class LetterBox {

    private final JdbcClient jdbc;
    private final Seal seal;
    private final JsonMapper json;

    LetterBox(JdbcClient jdbc, Seal seal, JsonMapper json) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.json = json;
    }

    record Taken(UUID id, UUID address, int attempts) {}

    /** The next letter that is due and nobody is at. */
    Optional<Taken> take(Instant now) {
        return jdbc.sql("""
                        update letter set attempts = attempts + 1, taken_until = :until
                         where id = (select id from letter
                                      where state = 'waiting' and due_at <= :now and (taken_until is null or taken_until <= :now)
                                      order by due_at, id limit 1 for update skip locked)
                        returning id, address_id, attempts""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(Patience.atItUntil(now)))
                .query((row, n) -> new Taken(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("address_id", UUID.class)),
                        row.getInt("attempts")))
                .optional();
    }

    /**
     * Hands over what was taken, if it still waits.
     *
     * @return what the mail server said; that it is taken where it had not to be brought any more
     */
    Handed carry(Taken taken, Function<PersonalLetter, Handed> hand, Instant now) {
        hold(taken.address());
        Optional<byte[]> content = jdbc.sql(
                        "select content from letter where id = :id and state = 'waiting' for update")
                .param("id", taken.id())
                .query((row, n) -> Objects.requireNonNull(row.getBytes(1)))
                .optional();
        if (content.isEmpty()) {
            return Handed.TAKEN; // taken back, or unwanted meanwhile
        }
        Handed handed = open(content.get()).map(hand).orElse(new Handed(Obstacle.UNREADABLE, null));
        Optional<Instant> next =
                handed.isTaken() ? Optional.empty() : Patience.MOST_OF_A_DAY.next(handed, taken.attempts(), now);
        next.ifPresentOrElse(again -> waits(taken, handed, again), () -> end(taken, handed, now));
        return handed;
    }

    /** A no has to change this row, and so waits until we are done. */
    private void hold(UUID address) {
        jdbc.sql("select id from letter_address where id = :id for key share")
                .param("id", address)
                .query(UUID.class)
                .single();
    }

    private Optional<PersonalLetter> open(byte[] content) {
        return seal.open(content)
                .map(open -> json.readValue(new String(open, StandardCharsets.UTF_8), PersonalLetter.class));
    }

    private void waits(Taken taken, Handed handed, Instant next) {
        jdbc.sql("""
                        update letter set due_at = :next, taken_until = null, obstacle = :obstacle, reply_code = :code
                         where id = :id and state = 'waiting'""")
                .param("next", Timestamp.from(next))
                .param("obstacle", handed.word())
                .param("code", handed.replyCode())
                .param("id", taken.id())
                .update();
    }

    private void end(Taken taken, Handed handed, Instant now) {
        jdbc.sql("""
                        update letter set state = :how, wanted = null, content = null, taken_until = null, obstacle = :obstacle,
                               reply_code = :code, ended_at = :now
                         where id = :id and state = 'waiting'""")
                .param("how", handed.isTaken() ? "sent" : "failed")
                .param("obstacle", handed.word())
                .param("code", handed.replyCode())
                .param("now", Timestamp.from(now))
                .param("id", taken.id())
                .update();
        if (handed.obstacle() == Obstacle.ADDRESS_REFUSED) {
            jdbc.sql("update letter_address set dead_since = coalesce(dead_since, :now) where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", taken.address())
                    .update();
        }
    }

    void bringForward(Instant now) {
        jdbc.sql("update letter set due_at = :now where state = 'waiting' and due_at > :now")
                .param("now", Timestamp.from(now))
                .update();
    }
}
