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

    /** To whom what customers say is put; each has one of their own who answers. */
    static final List<String> AUDIENCES = List.of("marketing", "product", "management");

    private static final int AWAY = 20;

    private final Connection connection;
    private final House house;

    Staff(Connection connection, House house) {
        this.connection = connection;
        this.house = house;
    }

    void write(String passwordHash, OwnFields fields) throws SQLException {
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
            for (int n = 0; n < AUDIENCES.size(); n++) {
                String address = "decider" + (n + 1) + "@sample.example";
                add(user, house.decider(n), "Robin " + (n + 1), address, "decider", null, passwordHash);
            }
            user.executeBatch();
        }
        lead();
        themes(admin);
        fields.define(connection, admin);
        away();
        views();
        deciders(admin);
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

    /** One in twenty is away these days, with somebody of their team who stands in. */
    private void away() throws SQLException {
        try (PreparedStatement absence = connection.prepareStatement("""
                insert into absence (id, user_id, stand_in, from_day, until_day, said_by, said_at) values (?, ?, ?, ?, ?, ?, ?)""")) {
            for (int n = 2; n < house.sellers.size(); n += AWAY) {
                Dice dice = house.dice(House.Of.USER, n, 1);
                Colleague one = house.sellers.get(n);
                Colleague standIn = house.beside(one, dice);
                if (standIn != null) {
                    absence.setObject(1, dice.id(house.horizon - 4 * House.DAY));
                    absence.setObject(2, one.id());
                    absence.setObject(3, standIn.id());
                    absence.setObject(4, house.until.minusDays(2));
                    absence.setObject(5, house.until.plusDays(9));
                    absence.setObject(6, one.id());
                    absence.setTimestamp(7, Timestamp.from(Instant.ofEpochSecond(house.horizon - 4 * House.DAY)));
                    absence.addBatch();
                }
            }
            absence.executeBatch();
        }
    }

    private void views() throws SQLException {
        try (PreparedStatement view = connection.prepareStatement(
                "insert into saved_view (id, user_id, name, query, created_at) values (?, ?, ?, ?, ?)")) {
            for (Colleague one : house.sellers) {
                Dice dice = house.dice(House.Of.BESIDE, one.id().getLeastSignificantBits(), -1);
                for (String query : List.of("stage=customer&sort=heard", "tag=pilot&sort=name")) {
                    view.setObject(1, dice.id(house.begin()));
                    view.setObject(2, one.id());
                    view.setString(3, query.startsWith("tag") ? "Pilots" : "Customers");
                    view.setString(4, query);
                    view.setTimestamp(5, begin());
                    view.addBatch();
                }
            }
            view.executeBatch();
        }
    }

    private void deciders(UUID admin) throws SQLException {
        try (PreparedStatement answerer = connection.prepareStatement(
                "insert into statement_answerer (audience, user_id, named_by, named_at) values (?, ?, ?, ?)")) {
            for (int n = 0; n < AUDIENCES.size(); n++) {
                answerer.setString(1, AUDIENCES.get(n));
                answerer.setObject(2, house.decider(n));
                answerer.setObject(3, admin);
                answerer.setTimestamp(4, begin());
                answerer.addBatch();
            }
            answerer.executeBatch();
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
