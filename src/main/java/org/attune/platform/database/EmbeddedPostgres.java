package org.attune.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.attune.platform.database.PostgresPrograms.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of Attune's own: started with it, stopped with it, and cleaned up after if it was left behind. */
public final class EmbeddedPostgres implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "attune";
    private static final int ATTEMPTS = 5;

    private final DataDirectory directory;
    private final PostgresSettings settings;
    private final Cluster cluster;
    private int port;

    private EmbeddedPostgres(DataDirectory directory, PostgresSettings settings, PostgresPrograms programs) {
        this.directory = directory;
        this.settings = settings;
        this.cluster = new Cluster(directory, settings, programs);
    }

    /** Starts on a locked directory, with programs unpacked beside the data. */
    public static EmbeddedPostgres start(DataDirectory directory, PostgresSettings settings) {
        return start(directory, directory.path(), settings);
    }

    /**
     * @param programsBelow where the programs are unpacked; several servers may share them
     */
    public static EmbeddedPostgres start(DataDirectory directory, Path programsBelow, PostgresSettings settings) {
        return start(directory, programsBelow, settings, Unprivileged.way());
    }

    static EmbeddedPostgres start(
            DataDirectory directory, Path programsBelow, PostgresSettings settings, Unprivileged way) {
        try {
            Path home = PostgresBinaries.unpackedBelow(programsBelow.toAbsolutePath());
            EmbeddedPostgres postgres = new EmbeddedPostgres(directory, settings, new PostgresPrograms(home, way));
            postgres.start();
            return postgres;
        } catch (IOException | SQLException e) {
            directory.close();
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL cannot start in " + directory.path() + ": " + e.getMessage(),
                    "More stands in its log, in " + directory.log() + ".",
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
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
            return new DatabaseLogin(url, Cluster.OWNER, directory.ownerPassword());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops, and lets somebody else have the directory. */
    @Override
    public void close() {
        try {
            cluster.stop();
            LOG.info("The embedded PostgreSQL has stopped");
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL did not stop; the next start will see to it", e);
        } finally {
            directory.close();
        }
    }

    private void start() throws IOException, SQLException {
        cluster.beThere();
        Outcome outcome = startOnce();
        for (int attempt = 1; !outcome.done() && attempt < ATTEMPTS; attempt++) {
            // A free port may have been taken meanwhile, or what a killed server left may need a moment to go.
            pause(attempt * 300L);
            outcome = startOnce();
        }
        if (!outcome.done()) {
            throw new IOException(directory.lastFatalLogLine().orElse(outcome.said()));
        }
        createDatabase();
        LOG.info("The embedded PostgreSQL runs in {} on port {}", directory.path(), port);
    }

    private Outcome startOnce() throws IOException {
        clearAway();
        port = freePort(settings.port());
        return cluster.start(port);
    }

    /** The directory is locked, so a server that still runs here belonged to an Attune that was killed. */
    private void clearAway() throws IOException {
        Postmaster postmaster = cluster.postmaster();
        if (postmaster.runs()) {
            LOG.warn("Stopping the PostgreSQL that an Attune left behind in {}", directory.path());
            cluster.stop();
        } else if (postmaster.leftAFile()) {
            LOG.warn("Recovering {}: the PostgreSQL there did not stop properly", directory.path());
            postmaster.removeFile();
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

    /** Any, or the wanted one. */
    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The port " + wanted + ", where the database should listen, is taken.",
                    "Choose another one with attune.database.port, or leave it out to take any.",
                    e);
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
}
