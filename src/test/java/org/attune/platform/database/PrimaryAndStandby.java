package org.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL and a hot standby that follows it, made by a script from the programs Attune brings along. */
public final class PrimaryAndStandby implements AutoCloseable {

    private static final String PASSWORD = "nobody-guesses-that";

    private final Path directory;
    private final Unprivileged way = Unprivileged.way();
    private final Path programs;
    private final int port = freePort();
    private final int standbyPort = freePort();

    private PrimaryAndStandby(Path directory) throws IOException {
        this.directory = directory;
        this.programs = PostgresBinaries.unpackedBelow(Path.of("target").toAbsolutePath())
                .resolve("bin");
    }

    public static PrimaryAndStandby start(Path directory) throws IOException, SQLException {
        PrimaryAndStandby both = new PrimaryAndStandby(directory.toRealPath());
        try {
            both.make();
        } catch (IOException | SQLException | AssertionError failed) {
            both.close();
            throw failed;
        }
        return both;
    }

    private void make() throws IOException, SQLException {
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        try (InputStream text =
                Objects.requireNonNull(PrimaryAndStandby.class.getResourceAsStream("/replica/standby.sh"))) {
            Files.copy(text, directory.resolve("standby.sh"));
        }
        way.handOver(directory);
        run("make", String.valueOf(port), String.valueOf(standbyPort), password.toString());
        try (Connection connection = login(port, "postgres").open();
                Statement statement = connection.createStatement()) {
            statement.execute("create database attune");
        }
    }

    /** The owner's way in to the primary. */
    public DatabaseLogin primary() {
        return login(port, "attune");
    }

    /** The owner's way in to the standby, where everything can be read and nothing written. */
    public DatabaseLogin standby() {
        return login(standbyPort, "attune");
    }

    /** As if its machine were gone; whatever is connected is cut off. */
    public void stopStandby() throws IOException {
        run("stop", "standby");
    }

    public void startStandby() throws IOException {
        run("start", "standby");
    }

    /** The standby goes on receiving and shows nothing of it until it is let. */
    public void pauseReplay() throws SQLException {
        ask(standby(), "select pg_wal_replay_pause()::text");
        await().atMost(Duration.ofSeconds(30)).until(() -> ask(standby(), "select pg_get_wal_replay_pause_state()")
                .equals("paused"));
    }

    public void resumeReplay() throws SQLException {
        ask(standby(), "select pg_wal_replay_resume()::text");
    }

    /** The first column of the first row. */
    public static String ask(DatabaseLogin login, String question) throws SQLException {
        try (Connection connection = login.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        run("stop", "standby");
        run("stop", "primary");
    }

    private void run(String what, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(way.prefix());
        command.addAll(List.of(
                "sh", directory.resolve("standby.sh").toString(), what, programs.toString(), directory.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("attune-standby", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(hasEnded(process)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        Files.delete(said);
    }

    private static boolean hasEnded(Process process) throws IOException {
        try {
            return process.waitFor(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static DatabaseLogin login(int port, String database) {
        return new DatabaseLogin("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "attune", PASSWORD);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
