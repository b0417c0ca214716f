package org.attune.sample;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.attune.access.Passwords;
import org.attune.platform.database.DatabaseServer;
import org.attune.platform.jobs.Rebuildable;
import org.springframework.stereotype.Component;

/** Fills an empty database, and says how to come in. */
@Component
class Samples {

    private static final double FILLED = 0.7;

    private final DatabaseServer database;
    private final Passwords passwords;
    private final List<Rebuildable> derived;

    Samples(DatabaseServer database, Passwords passwords, List<Rebuildable> derived) {
        this.database = database;
        this.passwords = passwords;
        this.derived = derived;
    }

    void fill(House house, PrintStream out, boolean screen) throws SQLException {
        Progress progress = new Progress(out, screen);
        String password = passwords.drawn();
        try (Connection connection = database.owner().open()) {
            Map<String, Long> rows = new Filling(house, progress).fill(connection, passwords.hashOf(password));
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                progress.at(FILLED, "looking at it");
                statement.execute("analyze");
            }
            long talks = rows.getOrDefault("conversation", 0L);
            new Derived(derived)
                    .make(
                            connection,
                            house.contacts,
                            talks,
                            done -> progress.at(
                                    FILLED + (1 - FILLED) * Math.min(0.99, done), "health, lists and measures"));
            progress.at(1, "done");
            say(house, rows, password, out);
        }
    }

    private static void say(House house, Map<String, Long> rows, String password, PrintStream out) {
        out.printf(
                "%,d contacts, %,d conversations, %,d turns, %,d needs, %,d offers.%n",
                house.contacts, rows.get("conversation"), rows.get("turn"), rows.get("need"), rows.get("offer"));
        out.printf(
                "Sign in as %s, %s or %s. Everybody here has this password, which is said this once: %s%n",
                Staff.ADMIN, house.managers.get(0).email(), house.sellers.get(0).email(), password);
        out.flush();
    }
}
