package org.attune.correspondence;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.attune.mail.Handed;
import org.attune.mail.Obstacle;
import org.attune.mail.PersonalLetter;
import org.attune.platform.Seal;
import org.jspecify.annotations.Nullable;
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

    private static final Duration AT_IT = Duration.ofMinutes(10);

    /** After each attempt; after the last there is none. Somebody's own words are of no use days later. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

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
                .param("until", Timestamp.from(now.plus(AT_IT)))
                .query((row, n) -> new Taken(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("address_id", UUID.class)),
                        row.getInt("attempts")))
                .optional();
    }

    /**
     * Hands over what was taken, if it still waits.
     *
     * @return whether the next one may fare better
     */
    boolean carry(Taken taken, Function<PersonalLetter, Handed> hand, Instant now) {
        hold(taken.address());
        Optional<byte[]> content = jdbc.sql(
                        "select content from letter where id = :id and state = 'waiting' for update")
                .param("id", taken.id())
                .query((row, n) -> Objects.requireNonNull(row.getBytes(1)))
                .optional();
        if (content.isEmpty()) {
            return true; // taken back, or unwanted meanwhile
        }
        Handed handed = open(content.get()).map(hand).orElse(new Handed(Obstacle.UNREADABLE, null));
        if (handed.isTaken()) {
            end(taken, "sent", handed, now);
        } else {
            failed(taken, handed, now);
        }
        return handed.obstacle() == null || !handed.obstacle().concernsAll();
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

    private void failed(Taken taken, Handed handed, Instant now) {
        if (handed.isHopeless() || taken.attempts() > PAUSES.size()) {
            end(taken, "failed", handed, now);
            if (handed.obstacle() == Obstacle.ADDRESS_REFUSED) {
                jdbc.sql("update letter_address set dead_since = coalesce(dead_since, :now) where id = :id")
                        .param("now", Timestamp.from(now))
                        .param("id", taken.address())
                        .update();
            }
            return;
        }
        jdbc.sql("""
                        update letter set due_at = :next, taken_until = null, obstacle = :obstacle, reply_code = :code
                         where id = :id and state = 'waiting'""")
                .param("next", Timestamp.from(now.plus(PAUSES.get(taken.attempts() - 1))))
                .param("obstacle", word(handed))
                .param("code", handed.replyCode())
                .param("id", taken.id())
                .update();
    }

    private void end(Taken taken, String how, Handed handed, Instant now) {
        jdbc.sql("""
                        update letter set state = :how, wanted = null, content = null, taken_until = null, obstacle = :obstacle,
                               reply_code = :code, ended_at = :now
                         where id = :id and state = 'waiting'""")
                .param("how", how)
                .param("obstacle", word(handed))
                .param("code", handed.replyCode())
                .param("now", Timestamp.from(now))
                .param("id", taken.id())
                .update();
    }

    private static @Nullable String word(Handed handed) {
        return handed.obstacle() == null ? null : handed.obstacle().name().toLowerCase(Locale.ROOT);
    }
}
