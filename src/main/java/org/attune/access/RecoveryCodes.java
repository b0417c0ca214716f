package org.attune.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one keeps in a drawer for the day the app is lost. Each works once; only hashes are kept. */
@Component
class RecoveryCodes {

    private static final int COUNT = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<String> renew(UserId user) {
        jdbc.sql("delete from recovery_code where user_id = :user")
                .param("user", user.value())
                .update();
        List<String> codes = Stream.generate(Secrets::forTyping).limit(COUNT).toList();
        IntStream.range(0, COUNT).forEach(i -> jdbc.sql(
                        "insert into recovery_code (user_id, number, hash) values (:user, :number, :hash)")
                .param("user", user.value())
                .param("number", i + 1)
                .param("hash", hash(codes.get(i)))
                .update());
        return codes;
    }

    void take(UserId user, String typed) {
        int taken = jdbc.sql("""
                        update recovery_code set used_at = :now where user_id = :user and hash = :hash and used_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("user", user.value())
                .param("hash", hash(typed))
                .update();
        if (taken == 0) {
            throw new RuleRefused(
                    wasTaken(user, typed) ? "access.recovery-code.used" : "access.second-factor.wrong", "code");
        }
    }

    private boolean wasTaken(UserId user, String typed) {
        return jdbc.sql("select exists (select from recovery_code where user_id = :user and hash = :hash)")
                .param("user", user.value())
                .param("hash", hash(typed))
                .query(Boolean.class)
                .single();
    }

    int left(UserId user) {
        return jdbc.sql("select count(*) from recovery_code where user_id = :user and used_at is null")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    private static String hash(String code) {
        return Secrets.hash(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
