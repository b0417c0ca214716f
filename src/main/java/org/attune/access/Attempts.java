package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing, per account and per address. An attempt counts as failed before it is looked at and is taken back
 * when it succeeds; so a hundred guesses at the same moment are still a hundred.
 */
@Component
class Attempts {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** No e-mail address and no network begins with a space. */
    private static final String FORGOTTEN_PASSWORD = " forgotten ";

    private static final String GUESSED_LINK = " link ";

    /** How many failures cost nothing; many people share the address of one office. */
    private enum Kind {
        ACCOUNT(5),
        ADDRESS(20);

        private final int free;

        Kind(int free) {
            this.free = free;
        }

        Duration waitAfter(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free + 1, 20));
            return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
    }

    private record Failures(int count, Instant lastAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Clock clock;

    Attempts(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Counts one more attempt, in a transaction of its own: it stays counted when the attempt is refused.
     *
     * @throws SlowDown where it comes too early, and then it does not count
     */
    void begin(String account, Address address) {
        own.executeWithoutResult(tx -> {
            forgetOld();
            count(Kind.ACCOUNT, account);
            count(Kind.ADDRESS, address.network());
        });
    }

    /**
     * Counts that somebody asked for a link because they have forgotten a password, apart from sign-ins: asking for many keeps
     * nobody from signing in.
     *
     * @throws SlowDown where it comes too early, and then it does not count
     */
    void asked(String account, Address address) {
        own.executeWithoutResult(tx -> {
            forgetOld();
            count(Kind.ACCOUNT, FORGOTTEN_PASSWORD + account);
            count(Kind.ADDRESS, FORGOTTEN_PASSWORD + address.network());
        });
    }

    /**
     * Counts a link that is none, apart from sign-ins.
     *
     * @throws SlowDown where it comes too early, and then it does not count
     */
    void guessed(Address address) {
        own.executeWithoutResult(tx -> {
            forgetOld();
            count(Kind.ADDRESS, GUESSED_LINK + address.network());
        });
    }

    /** Takes back what {@link #begin} counted; an own account does not wash an address clean of its other failures. */
    void succeeded(String account, Address address) {
        own.executeWithoutResult(tx -> {
            jdbc.sql("delete from sign_in_failure where kind = 'account' and subject = :account")
                    .param("account", account)
                    .update();
            jdbc.sql("""
                            update sign_in_failure set failures = failures - 1
                             where kind = 'address' and subject = :network and failures > 0
                            """).param("network", address.network()).update();
        });
    }

    private void count(Kind kind, String subject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as the database keeps it
        Failures before = lock(kind, subject, now);
        Duration wait = kind.waitAfter(before.count());
        Duration left = Duration.between(now, before.lastAt().plus(wait));
        // Of two at once, the later to get the row may have looked at the clock first; without a wait that is no haste.
        if (!wait.isZero() && left.compareTo(Duration.ZERO) > 0) {
            throw new SlowDown(left);
        }
        jdbc.sql("""
                        update sign_in_failure set failures = failures + 1, last_at = greatest(last_at, :now)
                         where kind = :kind and subject = :subject
                        """)
                .param("now", Timestamp.from(now))
                .param("kind", UserRows.word(kind))
                .param("subject", subject)
                .update();
    }

    private Failures lock(Kind kind, String subject, Instant now) {
        jdbc.sql("""
                        insert into sign_in_failure (kind, subject, failures, last_at)
                        values (:kind, :subject, 0, :now) on conflict do nothing
                        """)
                .param("kind", UserRows.word(kind))
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .update();
        return jdbc.sql("""
                        select failures, last_at from sign_in_failure
                         where kind = :kind and subject = :subject for update
                        """)
                .param("kind", UserRows.word(kind))
                .param("subject", subject)
                .query((row, n) -> new Failures(
                        row.getInt("failures"), row.getTimestamp("last_at").toInstant()))
                .single();
    }

    private void forgetOld() {
        jdbc.sql("""
                        delete from sign_in_failure where (kind, subject) in (
                          select kind, subject from sign_in_failure where last_at < :old for update skip locked)
                        """)
                .param("old", Timestamp.from(clock.instant().minus(FORGOTTEN)))
                .update();
    }
}
