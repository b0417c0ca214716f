package org.attune.access;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.mail.Mail;
import org.attune.platform.Aside;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Choosing a new password by oneself, with a link that comes by mail. Whether an address belongs to anybody is looked up beside
 * the request, so that neither the answer nor how long it takes says so.
 */
@Component
public class PasswordResets {

    /** How long a link can be used. */
    public static final Duration VALID = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    private static final int WAITING = 1000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Links links;
    private final UserLetters letters;
    private final Mail mail;
    private final Clock clock;
    private final Aside aside = new Aside("forgotten passwords", WAITING);

    PasswordResets(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Attempts attempts,
            Passwords passwords,
            Links links,
            UserLetters letters,
            Mail mail,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.links = links;
        this.letters = letters;
        this.mail = mail;
        this.clock = clock;
    }

    private record Asking(UserId user, boolean elsewhere) {}

    /** Whether they can be had at all: only where there is mail. */
    public boolean arePossible() {
        return mail.isConfigured();
    }

    /**
     * Sends a link to whoever has this address, if anybody has.
     *
     * @throws SlowDown after too many of these for the address, known or not, or from one place
     */
    public void ask(String email, Address from) {
        if (!arePossible()) {
            throw new NotSeen("forgotten");
        }
        attempts.asked(Passwords.account(email), from);
        aside.run(() -> answer(email));
    }

    private void answer(String email) {
        try {
            transactions.executeWithoutResult(tx -> asking(email).ifPresent(this::write));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "A link for a forgotten password could not be made ({}).",
                    failure.getClass().getSimpleName());
        }
    }

    private Optional<Asking> asking(String email) {
        return jdbc.sql("""
                        select u.id, u.password_hash is null and exists (
                                 select from single_sign_on_link l where l.user_id = u.id) as elsewhere
                          from app_user u where lower(u.email) = lower(:email) and u.deactivated_at is null
                        """)
                .param("email", email.strip())
                .query((row, n) -> new Asking(
                        new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getBoolean("elsewhere")))
                .optional();
    }

    private void write(Asking asking) {
        if (asking.elsewhere()) {
            letters.signInElsewhere(asking.user());
            return;
        }
        String secret = Secrets.forLink();
        Instant now = clock.instant();
        Instant until = now.plus(VALID);
        replaced(asking.user()).ifPresent(hash -> links.remember(hash, LinkGone.Fate.REPLACED));
        jdbc.sql("""
                        insert into password_reset (user_id, hash, asked_at, expires_at) values (:user, :hash, :now, :until)
                        on conflict (user_id) do update
                          set hash = excluded.hash, asked_at = excluded.asked_at, expires_at = excluded.expires_at
                        """)
                .param("user", asking.user().value())
                .param("hash", Secrets.hash(secret))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
        mail.withdraw(asking.user().value(), "forgotten_password");
        letters.forgotten(asking.user(), secret, until);
    }

    private Optional<@Nullable String> replaced(UserId user) {
        return jdbc.sql("select hash from password_reset where user_id = :user for update")
                .param("user", user.value())
                .query(String.class)
                .optional();
    }

    /**
     * Whether this link can be used.
     *
     * @throws LinkGone where it could once
     * @throws NotSeen where it never could
     */
    @Transactional(readOnly = true)
    public void check(String secret) {
        whose(secret);
    }

    private UserId whose(String secret) {
        return jdbc.sql("""
                        select r.user_id from password_reset r join app_user u on u.id = r.user_id
                         where r.hash = :hash and r.expires_at > :now and u.deactivated_at is null
                        """)
                .param("hash", Secrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new UserId(Objects.requireNonNull(row.getObject("user_id", UUID.class))))
                .optional()
                .orElseThrow(() -> links.gone(secret, "password_reset"));
    }

    /** Uses the link and signs them out everywhere; of two at once, one finds it gone. */
    @Transactional
    public void choose(String secret, String password) {
        UserId user = whose(secret);
        String hash = Secrets.hash(secret);
        int used = jdbc.sql("delete from password_reset where hash = :hash")
                .param("hash", hash)
                .update();
        if (used == 0) {
            throw new LinkGone(LinkGone.Fate.USED);
        }
        links.remember(hash, LinkGone.Fate.USED);
        passwords.choose(user, password);
    }

    @PreDestroy
    void end() {
        aside.close();
    }
}
