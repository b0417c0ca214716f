package org.attune.digest;

import java.time.Clock;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.mail.Mail;
import org.attune.platform.NotSeen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants a letter in the morning. Nobody does who has not said so. */
@Component
@Transactional
public class Digests {

    static final String KIND = "digest";

    private final DigestChoices choices;
    private final DigestLink link;
    private final Mail mail;
    private final Clock clock;

    Digests(DigestChoices choices, DigestLink link, Mail mail, Clock clock) {
        this.choices = choices;
        this.link = link;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whether letters can be sent at all. */
    @Transactional(readOnly = true)
    public boolean arePossible() {
        return mail.isConfigured();
    }

    @Transactional(readOnly = true)
    public boolean isWantedBy(Viewer viewer) {
        return choices.isWanted(viewer.id());
    }

    /** Settles whether somebody gets it; one that waits to be sent is not sent any more. */
    public void choose(Viewer viewer, boolean wanted) {
        choose(viewer.id(), wanted);
    }

    /**
     * Whether whoever has this link still gets the letter.
     *
     * @throws NotSeen where it is no such link
     */
    @Transactional(readOnly = true)
    public boolean isWantedBy(String secret) {
        return choices.isWanted(person(secret));
    }

    /** Settles it by the link in a letter, without signing in. */
    public void choose(String secret, boolean wanted) {
        choose(person(secret), wanted);
    }

    private UserId person(String secret) {
        return link.open(secret).orElseThrow(() -> new NotSeen("link"));
    }

    private void choose(UserId person, boolean wanted) {
        choices.choose(person, wanted, clock.instant());
        if (!wanted) {
            mail.withdraw(person.value(), KIND);
        }
    }
}
