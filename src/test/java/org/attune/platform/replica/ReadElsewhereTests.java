package org.attune.platform.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.attune.TestDatabase;
import org.attune.platform.NotSeen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.replication.LogSequenceNumber;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a reading transaction goes, and what becomes of one that fails on the replica. */
class ReadElsewhereTests {

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource primary = pool("primary");
    private final HikariDataSource other = pool("replica");
    private final EitherDatabase either = new EitherDatabase(primary);
    private final Reads reads = new Reads(new SimpleMeterRegistry());
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Front front = front();

    /** A front door. */
    public interface Front {
        String asks();
    }

    @AfterEach
    void close() {
        Reading.end();
        primary.close();
        other.close();
    }

    @Test
    void onlyARequestThatMayReadThereGoesToTheReplica() {
        assertThat(front.asks()).isEqualTo("primary");
        Reading.begin();
        assertThat(front.asks()).isEqualTo("replica");
        assertThat(front.asks()).as("the next read of the same page").isEqualTo("replica");
        Reading.end();
        assertThat(front.asks()).isEqualTo("primary");
        assertThat(reads.share()).isEqualTo(new Reads.Share(2, 2));
    }

    @Test
    void whatFailsThereIsReadAgainOnThePrimaryAndSoIsTheRestOfThePage() {
        failures.add(new DataAccessResourceFailureException("gone", new SQLException("shut down", "57P01")));
        Reading.begin();

        assertThat(front.asks()).isEqualTo("primary");
        assertThat(front.asks()).isEqualTo("primary");
        assertThat(reads.share()).isEqualTo(new Reads.Share(0, 2));
        assertThat(other.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void whatIsWrongOnThePrimaryAsWellIsSaidOnce() {
        var wrong = new DataAccessResourceFailureException("wrong", new SQLException("no such column", "42703"));
        failures.add(wrong);
        failures.add(wrong);
        Reading.begin();

        assertThatThrownBy(front::asks).isSameAs(wrong);
        assertThat(failures).isEmpty();
    }

    @Test
    void whatTheDomainRefusesIsRefusedAtOnce() {
        failures.add(new NotSeen("contact"));
        Reading.begin();

        assertThatThrownBy(front::asks).isInstanceOf(NotSeen.class);
        assertThat(reads.share()).isEqualTo(new Reads.Share(1, 1));
        assertThat(other.getHikariPoolMXBean().getActiveConnections())
                .as("connections nobody gave back")
                .isZero();
    }

    @Test
    void whoeverWroteMeanwhileAsksAnewHowFarThePrimaryIs() {
        Reading.begin();
        front.asks();
        Reading reading = Reading.current().orElseThrow();
        LogSequenceNumber before = reading.mark();
        JdbcClient.create(primary).sql("create table written (id int)").update();
        assertThat(reading.mark()).isEqualTo(before);

        reading.forgetMark();
        front.asks();
        assertThat(reading.mark()).isGreaterThan(before);
    }

    private Front front() {
        ProxyFactory proxy = new ProxyFactory();
        proxy.setTarget((Front) () -> {
            String where = where(either);
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return where;
        });
        proxy.addInterface(Front.class);
        proxy.addAdvice(new ReadElsewhere(new Primary(either), new AlwaysThere(), reads));
        return (Front) proxy.getProxy();
    }

    private static String where(DataSource database) {
        return JdbcClient.create(database)
                .sql("select current_setting('application_name')")
                .query(String.class)
                .single();
    }

    private HikariDataSource pool(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.owner().url());
        pool.setUsername(database.owner().username());
        pool.setPassword(database.owner().password());
        pool.addDataSourceProperty("ApplicationName", name);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** A replica that is never behind, and does not mind failing. */
    private final class AlwaysThere extends Replica {

        AlwaysThere() {
            super(other, new Rest(Duration.ZERO, System::nanoTime), Duration.ZERO);
        }

        @Override
        Way to(LogSequenceNumber mark) {
            try {
                Connection connection = other.getConnection();
                return new Way(connection, null);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
