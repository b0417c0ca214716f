package org.attune.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.mail.Letter;
import org.attune.mail.LetterView;
import org.attune.mail.Mail;
import org.attune.mail.Recipient;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Attune writes to its users about their way in. Nothing where no mail server is set. */
@Component
class UserLetters {

    static final String[] WITH_LINKS = {"invitation", "password_link", "forgotten_password"};

    private static final Duration OF_USE = Duration.ofDays(2);

    private final Mail mail;
    private final Users users;
    private final Organisation organisation;
    private final Clock clock;

    UserLetters(Mail mail, Users users, Organisation organisation, Clock clock) {
        this.mail = mail;
        this.users = users;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** To somebody who comes in for the first time, or has been in and chooses a password anew. */
    boolean link(UUID id, Viewer admin, PersonView to, String secret, Instant until) {
        String kind = to.lastSignInAt() == null ? "invitation" : "password_link";
        return write(id, kind, to.id(), admin.name(), "/invitations/" + secret, until);
    }

    Optional<LetterView> find(UUID id) {
        return mail.find(id);
    }

    void forgotten(UserId to, String secret, Instant until) {
        write(Ids.next(), "forgotten_password", to, "", "/password-resets/" + secret, until);
    }

    /** To somebody who has no password to forget. */
    void signInElsewhere(UserId to) {
        write(Ids.next(), "sign_in_elsewhere", to, "", "/sign-in", soon());
    }

    void passwordChanged(UserId to) {
        write(Ids.next(), "password_changed", to, "", null, soon());
    }

    boolean test(UUID id, UserId to) {
        return write(id, "test", to, "", null, clock.instant().plus(Duration.ofHours(1)));
    }

    private Instant soon() {
        return clock.instant().plus(OF_USE);
    }

    private boolean write(UUID id, String kind, UserId to, String by, @Nullable String path, Instant until) {
        if (!mail.isConfigured()) {
            return false;
        }
        SignedIn person = users.signedIn(to).orElseThrow(() -> new NotSeen("user"));
        Viewer self = person.viewer();
        Recipient recipient = new Recipient(to.value(), self.name(), person.email(), self.locale());
        List<String> arguments = List.of(organisation.current().name(), by);
        return mail.write(new Letter(id, kind, recipient, "access.letter." + kind + ".", arguments, path, until));
    }
}
