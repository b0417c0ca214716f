package org.attune.correspondence;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.attune.mail.Mail;
import org.attune.platform.Aside;
import org.attune.platform.jobs.OnEveryInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries letters to the mail server, one after the other, as the postman does with those Attune writes itself. */
@Component
class LetterCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(LetterCarrier.class);

    private final LetterBox box;
    private final Mail mail;
    private final Clock clock;
    private final Aside walk = new Aside("letters", 1);

    LetterCarrier(LetterBox box, Mail mail, Clock clock) {
        this.box = box;
        this.mail = mail;
        this.clock = clock;
    }

    /** Soon, and not on the thread of whoever asks. */
    @OnEveryInstance("no two take the same letter, and none waits for an instance that is gone")
    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void setOut() {
        if (mail.isConfigured()) {
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
                    "Letters to contacts could not be looked through ({}). It is tried again soon.",
                    failure.getClass().getSimpleName());
        }
    }

    private boolean carryNext(Instant now) {
        return box.take(now).map(taken -> box.carry(taken, mail::hand, now)).orElse(false);
    }

    @PreDestroy
    void end() {
        walk.close();
    }
}
