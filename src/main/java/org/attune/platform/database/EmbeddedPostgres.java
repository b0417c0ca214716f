package org.attune.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.attune.platform.database.PostgresPrograms.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of Attune's own: started with it, stopped with it, and cleaned up after if it was left behind. */
public final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "attune";
    private static final String DATABASE = "attune";
    private static final String MAJOR_VERSION = "18";
    private static final int ATTEMPTS = 5;

    /** A server that recovers may take long, and interrupting it would only start the recovery again. */
    private static final Duration LONG = Duration.ofMinutes(30);

    private final DataDirectory directory;
    private final PostgresSettings settings;
    private final PostgresPrograms programs;
    private int port;

    private EmbeddedPostgres(DataDirectory directory, PostgresSettings settings, PostgresPrograms programs) {
        this.directory = directory;
        this.settings = settings;
        this.programs = programs;
    }

    /** Starts on a directory that is locked, with programs of its own. */
    public static EmbeddedPostgres start(DataDirectory directory, PostgresSettings settings) {
        return start(directory, directory.path(), settings);
    }

    /**
     * @param programsBelow where the programs are unpacked; several servers may share them
     */
    public static EmbeddedPostgres start(DataDirectory directory, Path programsBelow, PostgresSettings settings) {
        try {
            PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpackedBelow(programsBelow));
            EmbeddedPostgres postgres = new EmbeddedPostgres(directory, settings, programs);
            postgres.start();
            return postgres;
        } catch (IOException | SQLException e) {
            directory.close();
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL cannot start in " + directory.path() + ": " + e.getMessage(),
                    "Its log is in " + directory.log() + ".",
                    e);
        } catch (DatabaseUnavailable e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public DatabaseLogin owner() {
        return login(DATABASE);
    }

    /** The owner's sign-in to another database of the same server. */
    public DatabaseLogin login(String database) {
        try {
            return new DatabaseLogin(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database, OWNER, directory.ownerPassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the sessions, writes everything down and stops; then somebody else may have the directory. */
    @Override
    public void close() {
        try {
            stop();
            LOG.info("The embedded PostgreSQL has stopped");
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL did not stop; the next start will see to it", e);
        } finally {
            directory.close();
        }
    }

    private void start() throws IOException, SQLException {
        if (Files.notExists(directory.cluster())) {
            initialise();
        }
        refuseOtherVersions();
        Outcome outcome = startOnce();
        for (int attempt = 1; !outcome.done() && attempt < ATTEMPTS; attempt++) {
            // The port may have been taken in between, or what a killed server left may need a moment to go.
            pause(attempt * 300L);
            outcome = startOnce();
        }
        if (!outcome.done()) {
            throw new IOException(lastWord(outcome.said()));
        }
        createDatabase();
        LOG.info("The embedded PostgreSQL runs in {} on port {}", directory.path(), port);
    }

    /** Under another name first, so that a start that is killed leaves nothing half made. */
    private void initialise() throws IOException {
        directory.ownerPassword();
        Path draft = Files.createTempDirectory(directory.path(), "initialising");
        Outcome outcome = programs.run(
                LONG,
                "initdb",
                List.of(
                        "--pgdata=" + draft,
                        "--username=" + OWNER,
                        "--pwfile=" + directory.ownerPasswordFile(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // PostgreSQL's own collation: no index breaks when the system's libraries change.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        settings.durable() ? "--data-checksums" : "--no-sync"));
        if (!outcome.done()) {
            FileSystemUtils.deleteRecursively(draft);
            throw new IOException(lastWord(outcome.said()));
        }
        Files.move(draft, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseOtherVersions() throws IOException {
        String version =
                Files.readString(directory.cluster().resolve("PG_VERSION")).trim();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseUnavailable(
                    "The data in " + directory.path() + " were written by PostgreSQL " + version + ", and this is "
                            + MAJOR_VERSION + ".",
                    "Start the Attune that wrote them, or bring them over with that version's pg_dump.");
        }
    }

    private Outcome startOnce() throws IOException {
        clearAway();
        port = settings.port() == 0 ? freePort() : settings.port();
        Path cluster = directory.cluster();
        Files.createDirectories(directory.log());
        Files.writeString(cluster.resolve("postgresql.conf"), settings.text(port));
        Files.writeString(cluster.resolve("pg_hba.conf"), PostgresSettings.clientAuthentication());
        // pg_ctl puts the server into a session of its own, so that Ctrl-C reaches Attune alone and requests can end.
        return programs.run(
                LONG,
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + LONG.toSeconds(),
                        "--pgdata=" + cluster,
                        "--log=" + directory.log().resolve("start.log")));
    }

    /** The directory is locked, so a server that still runs here belonged to an Attune that was killed. */
    private void clearAway() throws IOException {
        Postmaster postmaster = new Postmaster(directory.cluster());
        if (postmaster.runs()) {
            LOG.warn("Stopping the PostgreSQL that an Attune left behind in {}", directory.path());
            stop();
        } else if (postmaster.leftAFile()) {
            LOG.warn("Recovering {}: the PostgreSQL there did not stop properly", directory.path());
            postmaster.removeFile();
        }
    }

    private void stop() throws IOException {
        Outcome outcome = programs.run(
                LONG,
                "pg_ctl",
                List.of("stop", "--wait", "--mode=fast", "--timeout=120", "--pgdata=" + directory.cluster()));
        if (!outcome.done() && new Postmaster(directory.cluster()).runs()) {
            throw new IOException(lastWord(outcome.said()));
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = login("postgres").open();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while starting", e);
        }
    }

    private static String lastWord(String said) {
        return said.lines().reduce((before, last) -> last).orElse("no reason given");
    }
}
