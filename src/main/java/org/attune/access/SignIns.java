package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import org.attune.platform.Deed;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers of each person when and how they came in the last time; the trail has all times. */
@Component
@Transactional
public class SignIns {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Somebody has proved all they have to. */
    public void note(UserId user, SignInBy by, @Nullable SecondProof second) {
        jdbc.sql("""
                        update app_user set last_sign_in_at = :now, last_sign_in_by = :by, last_sign_in_second = :second
                         where id = :user
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", UserRows.word(by))
                .param("second", second == null ? null : UserRows.word(second))
                .param("user", user.value())
                .update();
        Deed deed = Deed.of(Deed.Done.SIGNED_IN, "user", user.value()).with("by", UserRows.word(by));
        trail.note(second == null ? deed : deed.with("second", UserRows.word(second)), user.value());
    }
}
