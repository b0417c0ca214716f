package org.attune.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.attune.platform.Ids;

/**
 * Runs an embedded PostgreSQL as Attune does and writes rows as fast as it can, from several sessions at once. Prints
 * {@code acknowledged <id>} once the database has said that a row is kept.
 */
final class SayingProcess {

    static final int WRITERS = 3;

    private SayingProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                DataDirectory.lock(Path.of(arguments[0]), false),
                Path.of("target"),
                new PostgresSettings(0, true, 1024));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        try (Connection connection = postgres.owner().open();
                Statement statement = connection.createStatement()) {
            // Without a key, so that a row that were there twice would be seen.
            statement.execute("create table if not exists said (id uuid not null)");
        }
        System.out.println("ready");
        for (int writer = 0; writer < WRITERS; writer++) {
            new Thread(() -> write(postgres.owner())).start();
        }
    }

    private static void write(DatabaseLogin login) {
        try (Connection connection = login.open();
                PreparedStatement insert = connection.prepareStatement("insert into said (id) values (?)")) {
            while (true) {
                UUID id = Ids.next();
                insert.setObject(1, id);
                insert.executeUpdate();
                System.out.println("acknowledged " + id);
            }
        } catch (SQLException e) {
            System.out.println("broken off " + e.getSQLState());
        }
    }
}
