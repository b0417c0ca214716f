package org.attune.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What Attune writes itself, for the postman. */
@Component
class OwnLetters implements WaitingLetters {

    private final Outbox outbox;
    private final Post post;
    private final Clock clock;

    OwnLetters(Outbox outbox, Post post, Clock clock) {
        this.outbox = outbox;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Optional<Carried> carryNext(Instant now) {
        return outbox.take(now).map(letter -> {
            Handed handed = hand(letter, now);
            outbox.handed(letter, handed, clock.instant());
            return new Carried(letter.id(), handed);
        });
    }

    private Handed hand(Outbox.Taken letter, Instant now) {
        if (letter.usefulUntil().isBefore(now)) {
            return new Handed(Obstacle.TOO_LATE, null);
        }
        return outbox.open(letter)
                .map(words -> post.hand(words, letter.id(), letter.writtenAt()))
                .orElse(new Handed(Obstacle.UNREADABLE, null));
    }

    @Override
    public void bringForward(Instant now) {
        outbox.bringForward(now);
    }
}
