package org.attune.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.bench.Sent.Given;
import org.attune.platform.Ids;

/**
 * Sends the statements of a page again, prepared, on one connection as the application's role, and takes back what they wrote. That is what
 * the page costs without an application around it.
 */
final class Replaying {

    private static final int WARM_UP = 15;

    private final Connection connection;

    Replaying(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
        }
        connection.commit();
    }

    /** @param pages what each address of the page sent, with the ids that must be others each time */
    Spread timed(List<Captured> pages, int samples, Duration patience) throws SQLException {
        long begin = System.nanoTime();
        for (int n = 0; n < WARM_UP && System.nanoTime() - begin < patience.toNanos() / 4; n++) {
            for (Captured page : pages) {
                once(page);
            }
        }
        long[] nanos = new long[samples];
        int taken = 0;
        while (taken < samples && (taken < 20 || System.nanoTime() - begin < patience.toNanos())) {
            nanos[taken] = once(pages.get(taken % pages.size()));
            taken++;
        }
        return Spread.ofNanos(Arrays.copyOf(nanos, taken));
    }

    private long once(Captured page) throws SQLException {
        Map<UUID, UUID> instead = page.fresh() == null ? Map.of() : Map.of(page.fresh(), Ids.next());
        long begin = System.nanoTime();
        try {
            for (Sent sent : page.statements()) {
                send(sent, instead);
            }
            return System.nanoTime() - begin;
        } finally {
            connection.rollback();
        }
    }

    private void send(Sent sent, Map<UUID, UUID> instead) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sent.sql())) {
            for (List<Given> round : sent.rounds()) {
                sent.give(statement, round, instead);
                boolean rows = statement.execute();
                if (rows) {
                    readAll(statement);
                }
            }
        }
    }

    private static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }
}
