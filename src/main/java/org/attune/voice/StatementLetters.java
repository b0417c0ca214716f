package org.attune.voice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.SignedIn;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.mail.Letter;
import org.attune.mail.Mail;
import org.attune.mail.Recipient;
import org.springframework.stereotype.Component;

/** Tells those who answer, in their language and without any words, that something waits for them. */
@Component
class StatementLetters {

    private static final Duration OF_USE = Duration.ofDays(7);

    private final Answerers answerers;
    private final Users users;
    private final Organisation organisation;
    private final Mail mail;
    private final Clock clock;

    StatementLetters(Answerers answerers, Users users, Organisation organisation, Mail mail, Clock clock) {
        this.answerers = answerers;
        this.users = users;
        this.organisation = organisation;
        this.mail = mail;
        this.clock = clock;
    }

    void toWhoeverAnswers(Viewer from, PutStatement put) {
        if (mail.isConfigured()) {
            answerers.all().stream()
                    .filter(one -> one.audience() == put.to() && one.byLetter())
                    .filter(one -> !one.user().equals(from.uuid()))
                    .flatMap(one -> users.signedIn(new UserId(one.user())).stream())
                    .forEach(to -> mail.write(letter(from, put, to)));
        }
    }

    private Letter letter(Viewer from, PutStatement put, SignedIn to) {
        Viewer reader = to.viewer();
        return new Letter(
                UUID.nameUUIDFromBytes((put.id() + " to " + reader.uuid()).getBytes(StandardCharsets.UTF_8)),
                "statement",
                new Recipient(reader.uuid(), reader.name(), to.email(), reader.locale()),
                "voice.letter." + put.to().word() + ".",
                List.of(organisation.current().name(), from.name()),
                "/voice/statements/" + put.id(),
                clock.instant().plus(OF_USE));
    }
}
