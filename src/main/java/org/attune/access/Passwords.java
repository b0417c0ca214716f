package org.attune.access;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.Acting;
import org.attune.platform.Deed;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Recognises people by their password, keeps and changes it, and ends their sessions. */
@Component
public class Passwords {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Attempts attempts;
    private final Trail trail;
    private final Links links;
    private final UserLetters letters;
    private final PasswordHashes hashes;

    Passwords(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Attempts attempts,
            Trail trail,
            Links links,
            UserLetters letters,
            PasswordHashes hashes) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.attempts = attempts;
        this.trail = trail;
        this.links = links;
        this.letters = letters;
        this.hashes = hashes;
    }

    private record Kept(UserId id, @Nullable String hash, String email, String name) {}

    /**
     * The active user with this e-mail address and password; nobody, if either is wrong.
     *
     * @throws SlowDown after too many failures for the account, known or not, or from the address
     */
    public Optional<UserId> recognise(String email, String password, Address from) {
        String account = account(email);
        attempts.begin(account, from);
        Optional<Kept> kept = kept("lower(email) = lower(:it)", email).filter(user -> user.hash() != null);
        if (!hashes.fit(password, kept.map(Kept::hash).orElse(hashes.nobodys())) || kept.isEmpty()) {
            refused(kept);
            return Optional.empty();
        }
        attempts.succeeded(account, from);
        keepAsOneDoesToday(kept.get(), password);
        return kept.map(Kept::id);
    }

    /** Without what was typed: people type passwords where an address belongs. */
    private void refused(Optional<Kept> known) {
        UUID whose = known.map(user -> user.id().value()).orElse(null);
        trail.note(Deed.of(Deed.Done.SIGN_IN_REFUSED, "user", whose), null);
    }

    /** On behalf of whoever just proved that it is theirs, though nobody is signed in yet. */
    private void keepAsOneDoesToday(Kept user, String password) {
        if (!hashes.isOld(user.hash())) {
            return;
        }
        String better = hashes.of(password);
        Acting.onBehalfOf(
                user.id().value(),
                () -> transactions.executeWithoutResult(tx -> jdbc.sql(
                                "update app_user set password_hash = :better where id = :id and password_hash = :old")
                        .param("better", better)
                        .param("id", user.id().value())
                        .param("old", user.hash())
                        .update()));
    }

    /** Somebody proves once more that it is them. Who has no password, because they sign in elsewhere, has nothing to prove. */
    void confirm(UserId self, String password, String field, Address from) {
        Kept kept = kept("id = :it", self.value()).orElseThrow(() -> new NotSeen("user"));
        if (kept.hash() == null) {
            return;
        }
        attempts.begin(account(kept.email()), from);
        if (!hashes.fit(password, kept.hash())) {
            throw new RuleRefused("access.password.not-yours", field);
        }
        attempts.succeeded(account(kept.email()), from);
    }

    /**
     * Replaces one's own password and ends all other sessions.
     *
     * @param session the one that stays
     * @throws RuleRefused where the old one is wrong or the new one too easy to guess
     */
    @Transactional
    public void change(Viewer self, String old, String chosen, String session, Address from) {
        Kept kept = kept("id = :it", self.uuid()).orElseThrow(() -> new NotSeen("user"));
        PasswordRules.check(chosen, kept.email(), kept.name(), "chosen");
        attempts.begin(account(kept.email()), from);
        if (kept.hash() == null || !hashes.fit(old, kept.hash())) {
            throw new RuleRefused("access.password.wrong", "old");
        }
        attempts.succeeded(account(kept.email()), from);
        replace(kept, chosen);
        endSessionsExcept(self.id(), session);
    }

    /** Chooses a password for somebody who proved by a link or a code that they may. */
    void choose(UserId user, String chosen) {
        Kept kept = kept("id = :it", user.value()).orElseThrow(() -> new NotSeen("user"));
        PasswordRules.check(chosen, kept.email(), kept.name(), "password");
        replace(kept, chosen);
        endSessionsExcept(user, "");
    }

    /** Links that are still about would change it once more; and whoever had one is told, in case it was not them. */
    private void replace(Kept kept, String chosen) {
        keep(kept.id(), chosen);
        links.end(kept.id(), LinkGone.Fate.REPLACED);
        if (kept.hash() != null) {
            letters.passwordChanged(kept.id());
        }
    }

    boolean isOf(UserId user, String password) {
        return kept("id = :it", user.value())
                .map(Kept::hash)
                .filter(hash -> hashes.fit(password, hash))
                .isPresent();
    }

    /** Whether this person has one, or signs in elsewhere only. */
    @Transactional(readOnly = true)
    public boolean areChosenBy(Viewer self) {
        return kept("id = :it", self.uuid()).map(Kept::hash).isPresent();
    }

    /** Signs somebody out everywhere. */
    public void endSessions(UserId user) {
        endSessionsExcept(user, "");
        trail.note(Deed.of(Deed.Done.SIGNED_OUT, "user", user.value()).with("everywhere", true));
    }

    private void endSessionsExcept(UserId user, String session) {
        jdbc.sql("delete from spring_session where principal_name = :user and session_id <> :session")
                .param("user", user.value().toString())
                .param("session", session)
                .update();
    }

    private void keep(UserId user, String chosen) {
        jdbc.sql("update app_user set password_hash = :hash where id = :id")
                .param("hash", hashes.of(chosen))
                .param("id", user.value())
                .update();
    }

    private Optional<Kept> kept(String condition, Object it) {
        return jdbc.sql("select id, password_hash, email, name from app_user where deactivated_at is null and "
                        + condition)
                .param("it", it)
                .query((row, n) -> new Kept(
                        new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("password_hash"),
                        row.getString("email"),
                        row.getString("name")))
                .optional();
    }

    static String account(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** One that nobody could guess, for accounts that are not one person's. */
    public String drawn() {
        return Secrets.forTyping();
    }

    /** What is kept of a password, for whoever writes down many accounts at once. */
    public String hashOf(String password) {
        return hashes.of(password);
    }
}
