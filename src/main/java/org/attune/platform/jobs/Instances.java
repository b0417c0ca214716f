package org.attune.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which instances run on this database. */
@Component
public class Instances {

    private static final Duration SEEN = Duration.ofMinutes(3);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final String version;
    private final Clock clock;
    private final UUID own = Ids.next();
    private final Instant startedAt;

    Instances(JdbcClient jdbc, ObjectProvider<BuildProperties> build, Clock clock) {
        this.jdbc = jdbc;
        this.version = build.stream()
                .map(BuildProperties::getVersion)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** @param own the one that answers */
    public record Running(String version, String java, Instant startedAt, Instant seenAt, boolean own) {}

    UUID own() {
        return own;
    }

    /** Those that said so within the last minutes, the longest running first. */
    public List<Running> running() {
        return jdbc.sql("select * from instance where seen_at > :since order by started_at, id")
                .param("since", Timestamp.from(clock.instant().minus(SEEN)))
                .query((row, n) -> new Running(
                        row.getString("version"),
                        row.getString("java"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        own.equals(row.getObject("id", UUID.class))))
                .list();
    }

    void sayHere() {
        jdbc.sql("""
                        insert into instance (id, version, java, started_at, seen_at) values (:id, :version, :java, :started, :now)
                        on conflict (id) do update set seen_at = excluded.seen_at""")
                .param("id", own)
                .param("version", version)
                .param("java", System.getProperty("java.runtime.version"))
                .param("started", Timestamp.from(startedAt))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from instance where seen_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(REMEMBERED)))
                .update();
    }

    void sayGone() {
        jdbc.sql("delete from instance where id = :id").param("id", own).update();
    }
}
