package org.attune.platform.replica;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streaming replicas, and how far they are. There may be several behind one address, so each connection is asked. */
class Replica implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replica.class);

    /** How long the question how far it is may take; a machine that is gone does not answer at all. */
    private static final int ANSWERS_WITHIN = 1_000;

    private final HikariDataSource pool;
    private final Rest rest;
    private final Duration patience;

    /** How far each physical connection was when it was last asked; a replica never goes back. */
    private final Map<PGConnection, LogSequenceNumber> reached = Collections.synchronizedMap(new WeakHashMap<>());

    Replica(HikariDataSource pool, Rest rest, Duration patience) {
        this.pool = pool;
        this.rest = rest;
        this.patience = patience;
    }

    /** Either a connection that may be read from, or why there is none. */
    record Way(@Nullable Connection connection, @Nullable Because none) {}

    /** A way to a replica that has everything up to the mark. */
    Way to(LogSequenceNumber mark) {
        if (!rest.isOver()) {
            return new Way(null, Because.RESTS);
        }
        try {
            Connection connection = connectionAt(mark);
            if (connection == null) {
                rest.beginShort();
                return new Way(null, Because.BEHIND);
            }
            rest.end();
            return new Way(connection, null);
        } catch (SQLException broken) {
            failed(broken);
            return new Way(null, Because.FAILED);
        }
    }

    /** It is asked again after a while. A query it had to give up for the sake of replaying says nothing against it. */
    void failed(Exception failure) {
        String state = Faults.stateOf(failure);
        if (Faults.isConflictWithReplay(state)) {
            return;
        }
        rest.begin();
        LOG.warn("The replica failed ({}); the primary is asked instead for a while", state);
    }

    private @Nullable Connection connectionAt(LogSequenceNumber mark) throws SQLException {
        Connection connection = pool.getConnection();
        boolean there = false;
        try {
            there = hasReached(connection, mark);
        } finally {
            if (!there) {
                connection.close();
            }
        }
        return there ? connection : null;
    }

    private boolean hasReached(Connection connection, LogSequenceNumber mark) throws SQLException {
        PGConnection physical = connection.unwrap(PGConnection.class);
        LogSequenceNumber before = reached.get(physical);
        if (before != null && before.compareTo(mark) >= 0) {
            return true;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        LogSequenceNumber now = ask(connection);
        while (now.compareTo(mark) < 0 && System.nanoTime() - deadline < 0 && waitedAMoment()) {
            now = ask(connection);
        }
        reached.put(physical, now);
        return now.compareTo(mark) >= 0;
    }

    private static LogSequenceNumber ask(Connection connection) throws SQLException {
        int usual = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, ANSWERS_WITHIN);
        try (PreparedStatement question =
                        connection.prepareStatement("select pg_last_wal_replay_lsn()::text where pg_is_in_recovery()");
                ResultSet row = question.executeQuery()) {
            if (!row.next() || row.getString(1) == null) {
                throw new SQLException("This is no streaming replica", Faults.NO_REPLICA);
            }
            LogSequenceNumber now = LogSequenceNumber.valueOf(row.getString(1));
            connection.setNetworkTimeout(Runnable::run, usual);
            return now;
        }
    }

    private static boolean waitedAMoment() {
        try {
            Thread.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
