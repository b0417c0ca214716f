package org.attune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.platform.database.ApplicationRole;
import org.attune.platform.database.DataDirectory;
import org.attune.platform.database.DatabaseLogin;
import org.attune.platform.database.EmbeddedPostgres;
import org.attune.platform.database.PostgresSettings;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A database for tests. This is the one place that decides what they run on: a container where a Docker engine answers,
 * otherwise the PostgreSQL that Attune embeds. There is one server for all tests of a JVM.
 */
public final class TestDatabase {

    private static final String APPLICATION_ROLE = "attune_app";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final ApplicationRole role;
    private final DatabaseLogin owner;

    private TestDatabase(String name, DatabaseLogin owner) {
        this.name = name;
        this.owner = owner;
        this.role = new ApplicationRole(owner, APPLICATION_ROLE, null);
    }

    /** The database of the shared Spring context; nobody cleans it, so make rows of your own with fresh ids. */
    public static TestDatabase shared() {
        return Shared.DATABASE;
    }

    /** A migrated database that nobody else uses. */
    public static TestDatabase fresh() {
        return create(" template " + Template.DATABASE.name);
    }

    /** A database with nothing in it. */
    public static TestDatabase empty() {
        return create("");
    }

    public DatabaseLogin owner() {
        return owner;
    }

    public DatabaseLogin application() {
        return role.login();
    }

    public Connection connectionAsOwner() throws SQLException {
        return owner.open();
    }

    public Connection connectionAsApplication() throws SQLException {
        return role.login().open();
    }

    /** Closes this before the server stops: an application would wait half a minute for connections to one that is gone. */
    static void outlives(AutoCloseable application) {
        Server.APPLICATIONS.add(application);
    }

    /** What Attune does with a database before it uses it. */
    public void migrate() {
        role.prepare();
        Flyway.configure()
                .dataSource(owner.url(), owner.username(), owner.password())
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", APPLICATION_ROLE))
                .load()
                .migrate();
    }

    private static TestDatabase create(String how) {
        return named("test_" + COUNT.incrementAndGet(), how);
    }

    private static TestDatabase named(String name, String how) {
        try (Connection connection = Server.RUNNING.login("postgres").open();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + how);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TestDatabase(name, Server.RUNNING.login(name));
    }

    private static final class Shared {
        static final TestDatabase DATABASE = TestDatabase.empty();
    }

    /** Migrating takes a second or so, copying what is migrated a tenth of it. */
    private static final class Template {
        static final TestDatabase DATABASE = named("migrated", "");

        static {
            DATABASE.migrate();
        }
    }

    private interface Server {

        List<AutoCloseable> APPLICATIONS = new CopyOnWriteArrayList<>();

        Server RUNNING = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();

        DatabaseLogin login(String database);

        private static Server container() {
            @SuppressWarnings("resource") // goes with the JVM
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
            container.start();
            return database -> new DatabaseLogin(
                    "jdbc:postgresql://" + container.getHost() + ":"
                            + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database,
                    container.getUsername(),
                    container.getPassword());
        }

        private static Server embedded() {
            try {
                Path directory = Files.createTempDirectory("attune-test");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        DataDirectory.lock(directory, false), Path.of("target"), PostgresSettings.throwAway());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, directory)));
                return postgres::login;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(AutoCloseable application) {
            try {
                application.close();
            } catch (Exception itIsTheLastChance) {
                throw new IllegalStateException(itIsTheLastChance);
            }
        }

        private static void stop(EmbeddedPostgres postgres, Path directory) {
            APPLICATIONS.forEach(Server::close);
            try {
                postgres.close();
                FileSystemUtils.deleteRecursively(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
