package org.attune.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The first visit, while there is no admin yet. Whoever can read the console may make themselves the first. */
@Component
public class SetUp {

    private static final String ACCOUNT = "set-up";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Users users;
    private final Teams teams;
    private final Organisation organisation;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Languages languages;
    private final List<SettlesIn> withWords;

    /** An admin, once there, is never deleted, so the answer "no" holds for good. */
    private volatile boolean done;

    SetUp(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Users users,
            Teams teams,
            Organisation organisation,
            Passwords passwords,
            Attempts attempts,
            Languages languages,
            List<SettlesIn> withWords) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.users = users;
        this.teams = teams;
        this.organisation = organisation;
        this.passwords = passwords;
        this.attempts = attempts;
        this.languages = languages;
        this.withWords = List.copyOf(withWords);
    }

    public boolean isNeeded() {
        if (!done) {
            done = jdbc.sql("select exists (select from app_user where role = 'admin')")
                    .query(Boolean.class)
                    .single();
        }
        return !done;
    }

    /** A new code in place of any before, on whichever instance it was made; none where there is an admin already. */
    @Transactional
    public Optional<String> newCode() {
        if (!isNeeded()) {
            jdbc.sql("delete from set_up_code").update();
            return Optional.empty();
        }
        String code = Secrets.forTyping();
        jdbc.sql("""
                        insert into set_up_code (hash) values (:hash)
                        on conflict (only_one) do update set hash = excluded.hash, created_at = now()""").param("hash", hash(code)).update();
        return Optional.of(code);
    }

    /**
     * Makes the first admin. Of two who send the right code at once one succeeds; the same form sent twice does once what
     * it says and answers twice.
     *
     * @throws SlowDown after too many wrong codes
     * @throws RuleRefused for a wrong code or a password that is easy to guess
     */
    public UserId complete(SetUpAttune first, Address from) {
        PasswordRules.check(first.password(), first.email(), first.name(), "password");
        attempts.begin(ACCOUNT, from);
        Boolean begun = transactions.execute(tx -> begin(first));
        if (!Boolean.TRUE.equals(begun) && !passwords.isOf(first.id(), first.password())) {
            if (!isNeeded()) {
                throw new NotSeen("set-up");
            }
            throw new RuleRefused("access.set-up.wrong-code", "code");
        }
        attempts.succeeded(ACCOUNT, from);
        return first.id();
    }

    /** Taking the code away is what decides; whoever comes second waits here and finds it gone. */
    private boolean begin(SetUpAttune first) {
        int taken = jdbc.sql("delete from set_up_code where hash = :hash")
                .param("hash", hash(first.code()))
                .update();
        if (taken == 0 || !isNeeded()) {
            return false;
        }
        organisation.settle(first.organisation(), first.region(), first.currency(), first.zone());
        languages.speak(first.language());
        withWords.forEach(one -> one.speaking(first.language()));
        TeamId team = first.team() == null ? null : teams.found(new TeamId(Ids.next()), first.team());
        users.enrol(new NewUser(
                first.id(),
                first.email(),
                first.name(),
                Role.ADMIN,
                team != null,
                team,
                first.zone(),
                languages.usual()));
        passwords.choose(first.id(), first.password());
        return true;
    }

    private static String hash(String code) {
        return Secrets.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
