package org.attune.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.sample.House.Colleague;
import org.attune.sample.House.Team;
import org.jspecify.annotations.Nullable;

/** Writes down the firm itself. Everybody has the same password, which is drawn anew each time and said once. */
final class Staff {

    static final String ADMIN = "admin@sample.example";

    private final Connection connection;
    private final House house;

    Staff(Connection connection, House house) {
        this.connection = connection;
        this.house = house;
    }

    void write(String passwordHash) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    update organisation set name = 'Sample & Partners', region = 'DE', currency = 'EUR', zone = 'Europe/Berlin',
                           currencies = '{CHF,EUR,GBP,USD}', team_sees_contacts = true""");
            statement.execute("delete from set_up_code");
        }
        UUID admin = house.dice(House.Of.USER, -1).id(house.begin());
        try (PreparedStatement team =
                connection.prepareStatement("insert into team (id, name, created_at) values (?, ?, ?)")) {
            for (Team one : house.teams) {
                team.setObject(1, one.id());
                team.setString(2, one.name());
                team.setTimestamp(3, begin());
                team.addBatch();
            }
            team.executeBatch();
        }
        try (PreparedStatement user = connection.prepareStatement("""
                insert into app_user (id, email, name, password_hash, role, sells, team_id, locale, zone, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Colleague one : house.managers) {
                add(user, one, passwordHash);
            }
            for (Colleague one : house.sellers) {
                add(user, one, passwordHash);
            }
            add(user, admin, "Alex Sample", ADMIN, "admin", null, passwordHash);
            user.executeBatch();
        }
        lead();
        themes(admin);
    }

    private void add(PreparedStatement user, Colleague one, String hash) throws SQLException {
        add(user, one.id(), one.name(), one.email(), one.role(), one.team(), hash);
    }

    private void add(
            PreparedStatement user, UUID id, String name, String email, String role, @Nullable Team team, String hash)
            throws SQLException {
        user.setObject(1, id);
        user.setString(2, email);
        user.setString(3, name);
        user.setString(4, hash);
        user.setString(5, role);
        user.setBoolean(6, team != null);
        user.setObject(7, team == null ? null : team.id());
        user.setString(8, team == null ? "en-GB" : team.market().locale);
        user.setString(9, team == null ? "Europe/Berlin" : team.market().zone);
        user.setTimestamp(10, begin());
        user.addBatch();
    }

    /** Each manager leads the team of their own, and every fourth one more. */
    private void lead() throws SQLException {
        try (PreparedStatement lead =
                connection.prepareStatement("insert into team_lead (team_id, user_id) values (?, ?)")) {
            for (int n = 0; n < house.teams.size(); n++) {
                add(lead, house.teams.get(n), house.managers.get(n));
                if (n % 4 == 0 && n + 1 < house.teams.size()) {
                    add(lead, house.teams.get(n + 1), house.managers.get(n));
                }
            }
            lead.executeBatch();
        }
    }

    private static void add(PreparedStatement lead, Team team, Colleague manager) throws SQLException {
        lead.setObject(1, team.id());
        lead.setObject(2, manager.id());
        lead.addBatch();
    }

    private void themes(UUID admin) throws SQLException {
        List<String> names = House.themeNames();
        try (PreparedStatement theme = connection.prepareStatement(
                        "insert into theme (id, name, created_by, created_at, stands_for) values (?, ?, ?, ?, ?)");
                PreparedStatement name = connection.prepareStatement(
                        "insert into theme_name (theme_id, number, name, named_by, named_at) values (?, 1, ?, ?, ?)")) {
            for (int n = 0; n < names.size(); n++) {
                theme.setObject(1, house.themes.get(n));
                theme.setString(2, names.get(n));
                theme.setObject(3, admin);
                theme.setTimestamp(4, begin());
                theme.setObject(5, house.themes.get(n));
                theme.addBatch();
                name.setObject(1, house.themes.get(n));
                name.setString(2, names.get(n));
                name.setObject(3, admin);
                name.setTimestamp(4, begin());
                name.addBatch();
            }
            theme.executeBatch();
            name.executeBatch();
        }
    }

    private Timestamp begin() {
        return Timestamp.from(Instant.ofEpochSecond(house.begin()));
    }
}
