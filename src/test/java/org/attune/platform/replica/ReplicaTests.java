package org.attune.platform.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.attune.TestDatabase;
import org.attune.platform.database.DatabaseLogin;
import org.attune.platform.database.DatabaseUnavailable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is no replica, or not there. What one does that is, {@code SeveralInstancesTests} shows. */
class ReplicaTests {

    private final TestDatabase primary = TestDatabase.fresh();

    @Test
    void aServerThatFollowsNobodyIsNotReadAsAReplica() throws Exception {
        assertThat(twice(primary.application().url())).containsExactly(Because.FAILED, Because.RESTS);
    }

    @Test
    void oneThatIsNotThereKeepsNobodyAndIsLeftAlone() throws Exception {
        assertThat(twice("jdbc:postgresql://127.0.0.1:1/attune")).containsExactly(Because.FAILED, Because.RESTS);
    }

    @Test
    void saysWhatAnAddressLooksLike() {
        assertThatThrownBy(() -> replicaAt("postgres://replica/attune"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("does not begin with jdbc:postgresql:");
    }

    private @Nullable Because[] twice(String url) throws Exception {
        try (HikariDataSource pool = poolAt(primary.application().url());
                Replica replica = replicaAt(url)) {
            var mark = new Primary(pool).mark();
            return new Because[] {replica.to(mark).none(), replica.to(mark).none()};
        }
    }

    private Replica replicaAt(String url) {
        DatabaseLogin role = primary.application();
        var properties = new ReplicaProperties(url, 2, Duration.ofMillis(20), Duration.ofMinutes(1));
        var pool = new HikariDataSource(ReplicaPool.beside(new HikariDataSource(), role, properties));
        return new Replica(pool, new Rest(properties.rest(), System::nanoTime), properties.patience());
    }

    private HikariDataSource poolAt(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(primary.application().username());
        pool.setPassword(primary.application().password());
        pool.setMaximumPoolSize(1);
        return pool;
    }
}
