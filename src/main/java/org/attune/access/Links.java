package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.attune.mail.Mail;
import org.attune.platform.NotSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of links to choose a password, invitations and those for forgotten passwords alike. */
@Component
class Links {

    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Mail mail;
    private final Clock clock;

    Links(JdbcClient jdbc, Mail mail, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
    }

    /** None of somebody's links works any more, and none that waits to be sent is sent. */
    void end(UserId user, LinkGone.Fate fate) {
        jdbc.sql("""
                        with invited as (delete from invitation where user_id = :user returning hash),
                             forgot as (delete from password_reset where user_id = :user returning hash),
                             forgotten as (delete from spent_link where spent_at < :longAgo)
                        insert into spent_link (hash, fate, spent_at)
                        select hash, :fate, :now from (select hash from invited union all select hash from forgot) h
                        on conflict (hash) do nothing
                        """)
                .param("user", user.value())
                .param("fate", UserRows.word(fate))
                .param("now", Timestamp.from(clock.instant()))
                .param("longAgo", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
        mail.withdraw(user.value(), UserLetters.WITH_LINKS);
    }

    /** One that has just been taken out, because it was used or another one takes its place. */
    void remember(String hash, LinkGone.Fate fate) {
        jdbc.sql("""
                        insert into spent_link (hash, fate, spent_at) values (:hash, :fate, :now)
                        on conflict (hash) do nothing
                        """)
                .param("hash", hash)
                .param("fate", UserRows.word(fate))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Why a link does not work.
     *
     * @param whereItWas the table in which it would still stand if its time had run out
     */
    RuntimeException gone(String secret, String whereItWas) {
        String hash = Secrets.hash(secret);
        return jdbc.sql(
                        "select 'expired' from " + whereItWas
                                + " where hash = :hash and expires_at <= :now union all select fate from spent_link where hash = :hash")
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .<RuntimeException>map(fate -> new LinkGone(LinkGone.Fate.valueOf(fate.toUpperCase(Locale.ROOT))))
                .orElseGet(() -> new NotSeen("link"));
    }
}
