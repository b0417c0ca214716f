package org.attune.digest;

import java.time.Clock;
import java.time.Instant;
import org.attune.access.Organisation;
import org.attune.access.WorkingWeek;
import org.attune.mail.Mail;
import org.attune.platform.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks every quarter of an hour whose morning it is. Each letter is a transaction of its own, in which its day is taken: so it
 * is written once, however many look and wherever they break off. One that cannot be written keeps nobody else's.
 */
@Component
class MorningRound implements Job {

    private final DigestChoices choices;
    private final MorningLetters letters;
    private final Organisation organisation;
    private final Mail mail;
    private final Clock clock;

    MorningRound(DigestChoices choices, MorningLetters letters, Organisation organisation, Mail mail, Clock clock) {
        this.choices = choices;
        this.letters = letters;
        this.organisation = organisation;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public String when() {
        return "0 2/15 * * * *";
    }

    @Override
    public void work() {
        if (mail.isConfigured()) {
            round(clock.instant());
        }
    }

    /** @return how many letters were written */
    int round(Instant now) {
        WorkingWeek week = organisation.current().week();
        int written = 0;
        RuntimeException broken = null;
        for (DigestChoices.Waiting one : choices.waiting(now)) {
            try {
                written += Morning.at(now, one.zone(), week)
                        .map(morning -> letters.write(one.person(), morning) ? 1 : 0)
                        .orElse(0);
            } catch (RuntimeException failed) {
                broken = first(broken, failed);
            }
        }
        if (broken != null) {
            throw broken;
        }
        return written;
    }

    private static RuntimeException first(@Nullable RuntimeException before, RuntimeException failed) {
        return before == null ? failed : before;
    }
}
