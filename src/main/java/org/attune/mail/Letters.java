package org.attune.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of letters, read. */
@Component
class Letters {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int SHOWN = 5;

    private static final String SELECT = """
            select id, kind, user_id, state, coalesce(ended_at, written_at) as at, attempts, obstacle, reply_code from mail
            """;

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    MailStatus status(Post post, Instant now) {
        List<LetterView> troubles = troubles(now);
        boolean there = post.isThere();
        return jdbc.sql("""
                        select (select max(ended_at) from mail where state = 'sent') as last_sent,
                               count(*) filter (where state = 'waiting') as waiting,
                               min(written_at) filter (where state = 'waiting') as since,
                               count(*) filter (where state = 'failed') as failed
                          from mail where state = 'waiting' or (state = 'failed' and ended_at > :lately)
                        """)
                .param("lately", Timestamp.from(now.minus(LATELY)))
                .query((row, n) -> new MailStatus(
                        there,
                        post.server(),
                        there ? post.from().toUnicodeString() : null,
                        moment(row, "last_sent"),
                        row.getInt("waiting"),
                        moment(row, "since"),
                        row.getInt("failed"),
                        troubles))
                .single();
    }

    private List<LetterView> troubles(Instant now) {
        return jdbc.sql(SELECT + """
                         where obstacle is not null and state in ('waiting', 'failed')
                           and (state = 'waiting' or ended_at > :lately)
                         order by written_at desc, id limit :most
                        """)
                .param("lately", Timestamp.from(now.minus(LATELY)))
                .param("most", SHOWN)
                .query(Letters::letter)
                .list();
    }

    Optional<LetterView> last(UUID user, String... kinds) {
        return jdbc.sql(SELECT
                        + " where user_id = :user and kind = any (:kinds) order by written_at desc, id desc limit 1")
                .param("user", user)
                .param("kinds", kinds)
                .query(Letters::letter)
                .optional();
    }

    Optional<LetterView> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Letters::letter)
                .optional();
    }

    private static LetterView letter(ResultSet row, int n) throws SQLException {
        String obstacle = row.getString("obstacle");
        return new LetterView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("kind"),
                Objects.requireNonNull(row.getObject("user_id", UUID.class)),
                LetterView.State.valueOf(upper(row.getString("state"))),
                row.getTimestamp("at").toInstant(),
                row.getInt("attempts"),
                obstacle == null ? null : Obstacle.valueOf(upper(obstacle)),
                row.getObject("reply_code", Integer.class));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
