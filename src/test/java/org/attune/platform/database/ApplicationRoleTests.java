package org.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.TestDatabase;
import org.junit.jupiter.api.Test;

/** Roles belong to the whole server, so each test makes its own. */
class ApplicationRoleTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestDatabase database = TestDatabase.empty();
    private final String username = "role_" + COUNT.incrementAndGet();

    @Test
    void isMadeOnceAndLetsEveryInstanceInWithThePasswordTheyAllDerive() {
        ApplicationRole one = new ApplicationRole(database.owner(), username, null);
        ApplicationRole another = new ApplicationRole(database.owner(), username, null);

        one.prepare();
        another.prepare();

        assertThat(one.login()).isEqualTo(another.login());
        assertThat(one.login().password()).isNotEqualTo(database.owner().password());
        assertThatCode(() -> one.login().open().close()).doesNotThrowAnyException();
    }

    @Test
    void changesNothingWhereNothingIsToBeChangedSinceAnotherInstanceMayBeGrantingRights() throws SQLException {
        ApplicationRole role = new ApplicationRole(database.owner(), username, null);
        role.prepare();
        try (Connection another = database.owner().open();
                Statement migrating = another.createStatement()) {
            another.setAutoCommit(false);
            migrating.execute("grant usage on schema public to " + username);
            migrating.execute("grant temporary on database " + another.getCatalog() + " to " + username);

            assertTimeoutPreemptively(Duration.ofMinutes(1), role::prepare);

            another.rollback();
        }
    }

    @Test
    void takesBackWhatEverybodyWasGivenSince() throws SQLException {
        ApplicationRole role = new ApplicationRole(database.owner(), username, null);
        role.prepare();
        try (Connection owner = database.owner().open();
                Statement given = owner.createStatement()) {
            given.execute("grant create on schema public to public");
        }

        role.prepare();

        try (Connection connection = role.login().open();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table anything (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void takesThePasswordThatIsGiven() throws SQLException {
        ApplicationRole role = new ApplicationRole(database.owner(), username, "given");

        role.prepare();

        database.owner().as(username, "given").open().close();
    }

    @Test
    void getsANewPasswordWhenTheOwnersChanged() throws SQLException {
        new ApplicationRole(database.owner(), username, "what the old one led to").prepare();

        ApplicationRole role = new ApplicationRole(database.owner(), username, null);
        role.prepare();

        role.login().open().close();
    }

    @Test
    void saysWhatToSetWhenTheOwnerMayNotMakeIt() throws SQLException {
        DatabaseLogin humble = humbleOwner();

        assertThatThrownBy(() -> new ApplicationRole(humble, username, null).prepare())
                .isInstanceOfSatisfying(DatabaseUnavailable.class, e -> {
                    assertThat(e).hasMessageContaining("is missing, and " + humble.username() + " may not create it");
                    assertThat(e.help()).contains("ATTUNE_DATABASE_APPLICATION_PASSWORD");
                });
    }

    @Test
    void saysWhatToSetWhenTheOwnerMayNotChangeItsPassword() throws SQLException {
        DatabaseLogin humble = humbleOwner();
        asSuperuser("create role " + username + " login password 'somebody chose it'");

        assertThatThrownBy(() -> new ApplicationRole(humble, username, null).prepare())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("has another password");
        assertThatCode(() -> new ApplicationRole(humble, username, "somebody chose it").prepare())
                .doesNotThrowAnyException();
    }

    @Test
    void isRefusedWhenItCouldDoMoreThanItShould() throws SQLException {
        asSuperuser("create role " + username + " login superuser");

        assertThatThrownBy(() -> new ApplicationRole(database.owner(), username, null).prepare())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("may do more than read and write rows");
    }

    @Test
    void isRefusedWhenItIsAMemberOfAnother() throws SQLException {
        asSuperuser("create role " + username + " login in role pg_read_all_data");

        assertThatThrownBy(() -> new ApplicationRole(database.owner(), username, null).prepare())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("may do more than read and write rows");
    }

    @Test
    void isNeverTheOwner() {
        assertThatThrownBy(() ->
                        new ApplicationRole(database.owner(), database.owner().username(), null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("the owner of the database");
    }

    @Test
    void saysInOneSentenceThatTheDatabaseCannotBeReached() {
        DatabaseLogin nowhere = new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/attune", "attune", "secret");

        assertThatThrownBy(() -> new ApplicationRole(nowhere, username, null).prepare())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("Attune cannot sign in to its database as attune at jdbc:")
                .hasMessageNotContaining("secret");
    }

    /** Owns the database, and may do nothing with roles. */
    private DatabaseLogin humbleOwner() throws SQLException {
        String name = "humble_" + username;
        asSuperuser("create role " + name + " login nocreaterole password 'humble'");
        try (Connection connection = database.connectionAsOwner();
                Statement statement = connection.createStatement()) {
            String catalog = statement.enquoteIdentifier(connection.getCatalog(), true);
            statement.execute("alter database " + catalog + " owner to " + name);
        }
        return database.owner().as(name, "humble");
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = database.connectionAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
