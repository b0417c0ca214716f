package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.mail.LetterView;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links with which somebody chooses a password: to begin with, or because they have forgotten theirs. */
@Component
@Transactional
public class Invitations {

    /** How long a link can be used. */
    public static final Duration VALID = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Users users;
    private final Passwords passwords;
    private final Links links;
    private final UserLetters letters;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Users users, Passwords passwords, Links links, UserLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.passwords = passwords;
        this.links = links;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Makes a link for somebody; an earlier one no longer works.
     *
     * @return the secret of the link, which is not kept and so can be shown only now
     */
    public String invite(Viewer admin, UserId user) {
        active(user);
        String secret = Secrets.forLink();
        links.end(user, LinkGone.Fate.REPLACED);
        keep(admin, user, secret, clock.instant().plus(VALID));
        return secret;
    }

    /**
     * Makes a link for somebody and sends it to them; an earlier one no longer works. The same letter is written once, and with it
     * the link.
     *
     * @throws ChangedMeanwhile where that letter is one to somebody else
     */
    public void send(Viewer admin, UserId user, UUID letter) {
        PersonView person = active(user);
        oneAfterTheOther(user);
        Optional<LetterView> before = letters.find(letter);
        if (before.isPresent()) {
            same(before.get(), person);
            return;
        }
        String secret = Secrets.forLink();
        Instant until = clock.instant().plus(VALID);
        links.end(user, LinkGone.Fate.REPLACED);
        if (letters.link(letter, admin, person, secret, until)) {
            keep(admin, user, secret, until);
        }
    }

    /** Two clicks at once would otherwise not know of each other. */
    private void oneAfterTheOther(UserId user) {
        jdbc.sql("select id from app_user where id = :user for no key update")
                .param("user", user.value())
                .query(UUID.class)
                .single();
    }

    /** To oneself, to see whether mail works. */
    public void test(Viewer self, UUID letter) {
        letters.test(letter, self.id());
    }

    private static void same(LetterView before, PersonView person) {
        if (!before.to().equals(person.id().value())) {
            throw new ChangedMeanwhile("", person.name());
        }
    }

    private PersonView active(UserId user) {
        return users.person(user).filter(PersonView::active).orElseThrow(() -> new NotSeen("user"));
    }

    private void keep(Viewer admin, UserId user, String secret, Instant until) {
        jdbc.sql("""
                        insert into invitation (user_id, hash, invited_by, expires_at)
                        values (:user, :hash, :admin, :expires)
                        on conflict (user_id) do update
                          set hash = excluded.hash, invited_by = excluded.invited_by, expires_at = excluded.expires_at
                        """)
                .param("user", user.value())
                .param("hash", Secrets.hash(secret))
                .param("admin", admin.uuid())
                .param("expires", Timestamp.from(until))
                .update();
    }

    /**
     * Whom this link is for.
     *
     * @throws LinkGone where it worked once
     * @throws NotSeen where it never did
     */
    @Transactional(readOnly = true)
    public Colleague invited(String secret) {
        return jdbc.sql("select user_id from invitation where hash = :hash and expires_at > :now")
                .param("hash", Secrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new UserId(Objects.requireNonNull(row.getObject("user_id", UUID.class))))
                .optional()
                .flatMap(users::find)
                .filter(Colleague::active)
                .orElseThrow(() -> links.gone(secret, "invitation"));
    }

    /** Uses the link; of two at once, one finds it gone. */
    public UserId accept(String secret, String password) {
        UserId user = invited(secret).id();
        String hash = Secrets.hash(secret);
        int used = jdbc.sql("delete from invitation where hash = :hash")
                .param("hash", hash)
                .update();
        if (used == 0) {
            throw new LinkGone(LinkGone.Fate.USED);
        }
        links.remember(hash, LinkGone.Fate.USED);
        passwords.choose(user, password);
        return user;
    }
}
