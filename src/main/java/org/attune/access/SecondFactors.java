package org.attune.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.attune.platform.Deed;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.attune.platform.Seal;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The second factor: an app whose codes prove at sign-in, beside the password, who one is. */
@Component
public class SecondFactors {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Seal seal;
    private final RecoveryCodes recovery;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Trail trail;
    private final Clock clock;

    SecondFactors(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Seal seal,
            RecoveryCodes recovery,
            Passwords passwords,
            Attempts attempts,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.recovery = recovery;
        this.passwords = passwords;
        this.attempts = attempts;
        this.trail = trail;
        this.clock = clock;
    }

    private record Kept(byte[] secret, @Nullable Instant confirmedAt, long lastStep) {

        static Kept of(ResultSet row, int n) throws SQLException {
            Timestamp confirmed = row.getTimestamp("confirmed_at");
            return new Kept(
                    row.getBytes("secret"), confirmed == null ? null : confirmed.toInstant(), row.getLong("last_step"));
        }
    }

    @Transactional(readOnly = true)
    public SecondFactorView of(SignedIn self) {
        UserId user = self.viewer().id();
        Kept kept = kept(user).orElse(null);
        boolean required = required(self.viewer());
        if (kept == null) {
            return new SecondFactorView(required, null, null, null, 0);
        }
        if (kept.confirmedAt() != null) {
            return new SecondFactorView(required, null, null, kept.confirmedAt(), recovery.left(user));
        }
        String secret = seal.open(kept.secret()).map(Totp::base32).orElse(null);
        return new SecondFactorView(required, grouped(secret), address(secret, self.email()), null, 0);
    }

    private boolean required(Viewer self) {
        return jdbc.sql("select :role = any (second_factor_for) from sign_in_rule")
                .param("role", UserRows.word(self.role()))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String grouped(@Nullable String secret) {
        return secret == null ? null : secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The form of address that apps have agreed on. */
    private static @Nullable String address(@Nullable String secret, String email) {
        return secret == null
                ? null
                : "otpauth://totp/Attune:" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "?secret=" + secret
                        + "&issuer=Attune";
    }

    /**
     * Makes a secret for an app; nothing is asked for until a first code has shown that the app knows it.
     *
     * @param password so that nobody else does it who finds the page open
     */
    public void begin(Viewer self, String password, Address from) {
        passwords.confirm(self.id(), password, "password", from);
        transactions.executeWithoutResult(tx -> jdbc.sql("""
                        insert into second_factor (user_id, secret, begun_at) values (:user, :secret, :now)
                        on conflict (user_id) do update
                          set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
                          where second_factor.confirmed_at is null
                        """)
                .param("user", self.uuid())
                .param("secret", seal.close(Totp.newSecret()))
                .param("now", now())
                .update());
    }

    /**
     * The app knows the secret. From now on its codes are asked for.
     *
     * @return recovery codes, which can be shown only now
     */
    public List<String> confirm(Viewer self, String typed, Address from) {
        boolean begun =
                kept(self.id()).filter(kept -> kept.confirmedAt() == null).isPresent();
        if (!begun) {
            throw new RuleRefused("access.second-factor.not-begun");
        }
        attempts.begin(account(self.id()), from);
        List<String> codes = inOne(() -> {
            takeCode(self.id(), digitsOf(typed));
            jdbc.sql("update second_factor set confirmed_at = :now where user_id = :user")
                    .param("now", now())
                    .param("user", self.uuid())
                    .update();
            return recovery.renew(self.id());
        });
        attempts.succeeded(account(self.id()), from);
        return codes;
    }

    /**
     * Takes a code of the app or a recovery code, each only once.
     *
     * @throws RuleRefused for a code that is wrong, used, or of another time
     * @throws SlowDown after too many of them
     */
    public SecondProof prove(UserId user, String typed, Address from) {
        attempts.begin(account(user), from);
        try {
            SecondProof proof = inOne(() -> take(user, typed));
            attempts.succeeded(account(user), from);
            return proof;
        } catch (RuleRefused refused) {
            trail.note(Deed.of(Deed.Done.SIGN_IN_REFUSED, "user", user.value()), null);
            throw refused;
        }
    }

    private SecondProof take(UserId user, String typed) {
        if (digitsOf(typed).length() == 6) {
            takeCode(user, digitsOf(typed));
            return SecondProof.CODE;
        }
        recovery.take(user, typed);
        return SecondProof.RECOVERY_CODE;
    }

    /** The first who takes the code of a step has it; a second one finds it used. */
    private void takeCode(UserId user, String code) {
        Kept kept = kept(user).orElseThrow(() -> new NotSeen("second factor"));
        byte[] secret =
                seal.open(kept.secret()).orElseThrow(() -> new RuleRefused("access.second-factor.unreadable", "code"));
        if (Totp.code(secret, kept.lastStep(), 6).equals(code)) {
            throw new RuleRefused("access.second-factor.used", "code");
        }
        Instant now = clock.instant();
        long step = Totp.stepOf(secret, code, now)
                .orElseThrow(() -> new RuleRefused(
                        Totp.isOfAnotherTime(secret, code, now)
                                ? "access.second-factor.another-time"
                                : "access.second-factor.wrong",
                        "code"));
        int taken = jdbc.sql("update second_factor set last_step = :step where user_id = :user and last_step < :step")
                .param("step", step)
                .param("user", user.value())
                .update();
        if (taken == 0) {
            throw new RuleRefused("access.second-factor.used", "code");
        }
    }

    private static String digitsOf(String typed) {
        String bare = typed.replaceAll("[\\s-]", "");
        return bare.matches("\\d*") ? bare : "";
    }

    /** New recovery codes; those from before no longer work. */
    public List<String> renewCodes(Viewer self, String code, Address from) {
        attempts.begin(account(self.id()), from);
        List<String> codes = inOne(() -> {
            takeCode(self.id(), digitsOf(code));
            return recovery.renew(self.id());
        });
        attempts.succeeded(account(self.id()), from);
        return codes;
    }

    /** No second factor any more. */
    public void end(Viewer self, String password, String code, Address from) {
        passwords.confirm(self.id(), password, "password", from);
        attempts.begin(account(self.id()), from);
        inOne(() -> {
            SecondProof proof = take(self.id(), code);
            remove(self.id());
            return proof;
        });
        attempts.succeeded(account(self.id()), from);
    }

    /** For somebody whose app and recovery codes are lost. One's own is ended with a code. */
    @Transactional
    public void takeAway(Viewer admin, UserId user) {
        if (admin.id().equals(user)) {
            throw new RuleRefused("access.second-factor.own");
        }
        remove(user);
    }

    private void remove(UserId user) {
        jdbc.sql("delete from second_factor where user_id = :user")
                .param("user", user.value())
                .update();
    }

    private Optional<Kept> kept(UserId user) {
        return jdbc.sql("select secret, confirmed_at, last_step from second_factor where user_id = :user")
                .param("user", user.value())
                .query(Kept::of)
                .optional();
    }

    private <T> T inOne(Supplier<T> work) {
        return Optional.ofNullable(transactions.execute(tx -> work.get())).orElseThrow(() -> new NotSeen("user"));
    }

    private static String account(UserId user) {
        return "second factor of " + user.value();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
