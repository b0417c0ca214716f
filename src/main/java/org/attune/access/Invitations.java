package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    private final Clock clock;

    Invitations(JdbcClient jdbc, Users users, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Makes a link for somebody; an earlier one no longer works.
     *
     * @return the secret of the link, which is not kept and so can be shown only now
     */
    public String invite(Viewer admin, UserId user) {
        users.find(user).filter(Colleague::active).orElseThrow(() -> new NotSeen("user"));
        String secret = Secrets.forLink();
        jdbc.sql("""
                        insert into invitation (user_id, hash, invited_by, expires_at)
                        values (:user, :hash, :admin, :expires)
                        on conflict (user_id) do update
                          set hash = excluded.hash, invited_by = excluded.invited_by, expires_at = excluded.expires_at
                        """)
                .param("user", user.value())
                .param("hash", Secrets.hash(secret))
                .param("admin", admin.uuid())
                .param("expires", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return secret;
    }

    /** Whom this link is for, while it can be used. */
    @Transactional(readOnly = true)
    public Optional<Colleague> invited(String secret) {
        return jdbc.sql("select user_id from invitation where hash = :hash and expires_at > :now")
                .param("hash", Secrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new UserId(Objects.requireNonNull(row.getObject("user_id", UUID.class))))
                .optional()
                .flatMap(users::find)
                .filter(Colleague::active);
    }

    /** Uses the link; of two at once, one finds it gone. */
    public UserId accept(String secret, String password) {
        UserId user = invited(secret).map(Colleague::id).orElseThrow(() -> new NotSeen("invitation"));
        int used = jdbc.sql("delete from invitation where hash = :hash")
                .param("hash", Secrets.hash(secret))
                .update();
        if (used == 0) {
            throw new NotSeen("invitation");
        }
        passwords.choose(user, password);
        return user;
    }
}
