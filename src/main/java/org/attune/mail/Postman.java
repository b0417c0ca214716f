package org.attune.mail;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.attune.platform.Aside;
import org.attune.platform.jobs.OnEveryInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries letters to the mail server, one after the other. Each instance has one; the rows see to it that no two carry the same.
 * Should one die between the mail server's yes and writing that down, the letter goes out once more under the same Message-ID.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final Post post;
    private final Clock clock;

    /** One round, and one more that is wanted meanwhile; who asks for a third gets what that one does. */
    private final Aside walk = new Aside("postman", 1);

    Postman(Outbox outbox, Post post, Clock clock) {
        this.outbox = outbox;
        this.post = post;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (post.isThere()) {
            outbox.bringForward(clock.instant());
            setOut();
        }
    }

    /** Soon, and not on the thread of whoever asks. */
    @OnEveryInstance("no two take the same letter, and none waits for an instance that is gone")
    @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void setOut() {
        if (post.isThere()) {
            walk.run(this::round);
        }
    }

    private void round() {
        try {
            while (carryNext(clock.instant())) {
                // and the next
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Letters could not be looked through ({}). It is tried again soon.",
                    failure.getClass().getSimpleName());
        }
    }

    /** Whether it is worth while to look for another one. */
    boolean carryNext(Instant now) {
        return outbox.take(now).map(letter -> carry(letter, now)).orElse(false);
    }

    /** Whether the next one may fare better. */
    private boolean carry(Outbox.Taken letter, Instant now) {
        try {
            if (letter.usefulUntil().isBefore(now)) {
                throw new Undelivered(Obstacle.TOO_LATE, null);
            }
            Written words = outbox.open(letter).orElseThrow(() -> new Undelivered(Obstacle.UNREADABLE, null));
            post.deliver(words, letter.id(), letter.writtenAt());
            outbox.sent(letter, clock.instant());
            return true;
        } catch (Undelivered why) {
            outbox.failed(letter, why.obstacle(), why.replyCode(), clock.instant());
            LOG.warn("Letter {} was not sent: {} {}", letter.id(), why.obstacle(), why.replyCode());
            return !why.obstacle().concernsAll();
        }
    }

    @PreDestroy
    void end() {
        walk.close();
    }
}
