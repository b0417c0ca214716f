package org.attune.platform.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The right to run a job, which one instance has at a time: an advisory lock of PostgreSQL that a connection of its own holds.
 * Where the instance is gone its connection is, too, and so is the lock.
 */
final class JobTurn implements AutoCloseable {

    private static final String KEY = "hashtextextended('attune job ' || ?, 0)";

    private final Connection connection;
    private final String job;
    private final boolean taken;

    private JobTurn(Connection connection, String job) throws SQLException {
        this.connection = connection;
        this.job = job;
        this.taken = answer("select pg_try_advisory_lock(" + KEY + ")");
    }

    static JobTurn at(DataSource database, String job) throws SQLException {
        Connection connection = database.getConnection();
        try {
            return new JobTurn(connection, job);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    boolean isTaken() {
        return taken;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (taken) {
                answer("select pg_advisory_unlock(" + KEY + ")");
            }
        }
    }

    private boolean answer(String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, job);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
