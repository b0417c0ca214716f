package org.attune.mail;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.attune.platform.Aside;
import org.attune.platform.jobs.OnEveryInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Carries letters to the mail server, one after the other, out of every box there is. Each instance has one; the rows see to it that
 * no two carry the same. Should one die between the mail server's yes and writing that down, the letter goes out once more under the
 * same Message-ID.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Asked for when he sets out: who puts letters in knows him. */
    private final ObjectProvider<WaitingLetters> boxes;

    private final Post post;
    private final Clock clock;

    /** One round, and one more that is wanted meanwhile; who asks for a third gets what that one does. */
    private final Aside walk = new Aside("postman", 1);

    Postman(ObjectProvider<WaitingLetters> boxes, Post post, Clock clock) {
        this.boxes = boxes;
        this.post = post;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (post.isThere()) {
            boxes.forEach(box -> box.bringForward(clock.instant()));
            setOut();
        }
    }

    /** Soon, and not on the thread of whoever asks. */
    @OnEveryInstance("no two take the same letter, and none waits for an instance that is gone")
    @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void setOut() {
        if (post.isThere()) {
            walk.run(() -> boxes.forEach(this::empty));
        }
    }

    private void empty(WaitingLetters box) {
        try {
            while (box.carryNext(clock.instant()).map(Postman::goesOn).orElse(false)) {
                // and the next
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Letters could not be looked through ({}). It is tried again soon.",
                    failure.getClass().getSimpleName());
        }
    }

    /** Whether the next one may fare better. */
    private static boolean goesOn(WaitingLetters.Carried carried) {
        Obstacle obstacle = carried.handed().obstacle();
        if (obstacle == null) {
            return true;
        }
        LOG.warn(
                "Letter {} was not sent: {} {}",
                carried.letter(),
                obstacle,
                carried.handed().replyCode());
        return !obstacle.concernsAll();
    }

    @PreDestroy
    void end() {
        walk.close();
    }
}
