package org.attune.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The role the application runs as. It may read and write rows and nothing else: it owns no table, so it can alter,
 * truncate or disable none, and the constraints hold against the application too.
 */
public final class ApplicationRole {

    /** Any number will do, as long as every instance takes the same: two that start at once must take turns. */
    private static final long TURN = 0x617474756e65L;

    private final DatabaseLogin owner;
    private final DatabaseLogin application;

    public ApplicationRole(DatabaseLogin owner, String username, @Nullable String password) {
        if (username.equals(owner.username())) {
            throw new DatabaseUnavailable(
                    "The application may not sign in as " + username + ", the owner of the database.",
                    "Set attune.database.application-username to another name.");
        }
        this.owner = owner;
        this.application = owner.as(username, password == null || password.isBlank() ? derived(username) : password);
    }

    public DatabaseLogin login() {
        return application;
    }

    /** Makes the role if it is missing, and refuses one that could do more than it should. */
    public void prepare() {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + TURN + ")");
            boolean missing = !exists(connection);
            if (missing) {
                create(statement);
            }
            limit(connection, statement);
            if (missing || !signsIn()) {
                setPassword(connection);
            }
            refuseIfPowerful(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "Attune cannot sign in to its database as " + owner + ": " + e.getMessage(),
                    "Check ATTUNE_DATABASE_URL, ATTUNE_DATABASE_USERNAME and ATTUNE_DATABASE_PASSWORD, and that the"
                            + " database is running.",
                    e);
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, application.username());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void create(Statement statement) throws SQLException {
        try {
            statement.execute("create role " + name(statement)
                    + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
        } catch (SQLException e) {
            if (isForbidden(e)) {
                throw new DatabaseUnavailable(
                        "The database role " + application.username() + " is missing, and " + owner.username()
                                + " may not create it.",
                        "Create it with: create role " + application.username() + " login password '…'; and set"
                                + " ATTUNE_DATABASE_APPLICATION_PASSWORD.",
                        e);
            }
            throw e;
        }
    }

    /**
     * Writes nothing where nothing is to be changed: another instance may be at its first migration, which grants rights as well, and
     * PostgreSQL refuses whoever comes second to the same row of its catalog.
     */
    private void limit(Connection connection, Statement statement) throws SQLException {
        if (isLimited(connection)) {
            return;
        }
        String database = statement.enquoteIdentifier(connection.getCatalog(), true);
        statement.execute("grant connect on database " + database + " to " + name(statement));
        statement.execute("revoke create on database " + database + " from public, " + name(statement));
        statement.execute("revoke create on schema public from public, " + name(statement));
    }

    private boolean isLimited(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select has_database_privilege(r.rolname, current_database(), 'connect')
                       and not exists (
                         select from unnest(array['public', r.rolname]) who (name)
                          where has_database_privilege(who.name, current_database(), 'create')
                             or has_schema_privilege(who.name, 'public', 'create'))
                  from pg_roles r where r.rolname = ?""")) {
            query.setString(1, application.username());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private boolean signsIn() throws SQLException {
        try (Connection connection = application.open()) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("28")) {
                return false;
            }
            throw e;
        }
    }

    /** The driver sends a hash, so that the password itself can turn up in no server log. */
    private void setPassword(Connection connection) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(
                            application.username(), application.password().toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            if (isForbidden(e)) {
                throw new DatabaseUnavailable(
                        "The database role " + application.username() + " has another password, and " + owner.username()
                                + " may not change it.",
                        "Set ATTUNE_DATABASE_APPLICATION_PASSWORD to its password.",
                        e);
            }
            throw e;
        }
    }

    private void refuseIfPowerful(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
                       or exists (select from pg_auth_members m where m.member = r.oid)
                       or exists (select from pg_database d where d.datname = current_database() and d.datdba = r.oid)
                       or has_schema_privilege(r.oid, 'public', 'create')
                  from pg_roles r where r.rolname = ?""")) {
            query.setString(1, application.username());
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next() || rows.getBoolean(1)) {
                    throw new DatabaseUnavailable(
                            "The database role " + application.username() + " may do more than read and write rows.",
                            "It may be no superuser, own nothing, be a member of no other role, and not create roles,"
                                    + " databases or anything in the schema public. Take that away, or name another"
                                    + " role in attune.database.application-username.");
                }
            }
        }
    }

    private String name(Statement statement) throws SQLException {
        return statement.enquoteIdentifier(application.username(), true);
    }

    private static boolean isForbidden(SQLException e) {
        return "42501".equals(e.getSQLState());
    }

    private String derived(String username) {
        if (owner.password().isEmpty()) {
            throw new DatabaseUnavailable(
                    "The owner of the database has no password to derive the application's from.",
                    "Set ATTUNE_DATABASE_PASSWORD, or ATTUNE_DATABASE_APPLICATION_PASSWORD.");
        }
        return owner.derivedPassword(username);
    }
}
