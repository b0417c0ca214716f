package org.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.attune.JavaProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Kills what keeps the data in every way a machine can, and looks whether they are still there. */
@DisabledOnOs(OS.WINDOWS)
class EmbeddedPostgresTests {

    private static final PostgresSettings DURABLE = new PostgresSettings(0, true, 1024);

    /** Where the programs are unpacked, for all tests. */
    private static final Path PROGRAMS = Path.of("target");

    private static Path pristine = PROGRAMS;

    private final Path temporary;
    private final Path data;
    private final List<AutoCloseable> running = new ArrayList<>();

    EmbeddedPostgresTests(@TempDir Path temporary) throws IOException {
        this.temporary = temporary.toRealPath();
        this.data = this.temporary.resolve("data");
        FileSystemUtils.copyRecursively(pristine, data);
        permit(data, "rwx------");
        permit(data.resolve("cluster"), "rwx------");
        permit(data.resolve("owner-password"), "rw-------");
    }

    /** A first start takes seconds, a copy of what it makes does not. */
    @BeforeAll
    static void startForTheFirstTime(@TempDir Path directory) throws IOException {
        pristine = directory.resolve("data");
        EmbeddedPostgres.start(DataDirectory.lock(pristine, false), PROGRAMS, DURABLE)
                .close();
        assertThat(Files.getPosixFilePermissions(pristine.resolve("owner-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void leaveNothingRunning() throws Exception {
        for (AutoCloseable one : running) {
            one.close();
        }
        if (new Postmaster(data.resolve("cluster")).runs()) {
            server().destroyForcibly();
        }
    }

    @Test
    void keepsEveryAcknowledgedRowExactlyOnceThroughKills() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        int kills = 3;
        for (int kill = 1; kill <= kills; kill++) {
            JavaProcess attune = say();
            attune.awaitLines("acknowledged", 300);
            attune.kill();
            acknowledged.addAll(attune.said("acknowledged"));
            assertThat(new Postmaster(data.resolve("cluster")).runs())
                    .as("the server was left behind, alive")
                    .isTrue();
        }

        assertThatAllAreKept(acknowledged, kills);
    }

    @Test
    void keepsEveryAcknowledgedRowWhenTheServerIsKilledToo() throws Exception {
        JavaProcess attune = say();
        attune.awaitLines("acknowledged", 300);
        ProcessHandle server = server();
        List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
        all.add(0, server);

        all.forEach(ProcessHandle::destroyForcibly);
        attune.awaitLines("broken off", SayingProcess.WRITERS);
        attune.kill();

        assertThat(data.resolve("cluster/postmaster.pid")).exists();
        assertThatAllAreKept(attune.said("acknowledged"), 1);
    }

    @Test
    void stopsCleanlyWhenAskedTo() throws Exception {
        JavaProcess attune = say();
        attune.awaitLines("acknowledged", 10);

        int status = attune.terminate();

        assertThat(status).isEqualTo(128 + 15);
        assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
        assertThat(log()).contains("database system is shut down");
        assertThatAllAreKept(attune.said("acknowledged"), 1);
        assertThat(log()).doesNotContain("automatic recovery in progress");
    }

    @Test
    void refusesASecondStartOnTheSameDirectory() {
        JavaProcess first = say();
        first.awaitLines("ready", 1);

        JavaProcess second = say();

        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.lines())
                .anyMatch(line -> line.contains("Another Attune is already running on the data directory"));
        first.awaitLines("acknowledged", first.said("acknowledged").size() + 10);
    }

    @Test
    void refusesASecondStartInTheSameProcessToo() throws Exception {
        start();

        assertThatThrownBy(this::lock)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Another Attune is already running");
    }

    @Test
    void startsOverAPidFileWhoseProcessIsGone() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();

        leaveAPidFileNaming(String.valueOf(gone.pid()));

        start();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void startsOverAPidFileThatNamesAZombie() throws Exception {
        // The parent becomes "tail", which never asks about the child it did not start.
        Process parent = new ProcessBuilder(
                        "sh", "-c", "exec 3<&0; (read -r word <&3) & echo $!; exec tail -f /dev/null 3<&-")
                .start();
        running.add(parent::destroyForcibly);
        try (BufferedReader output = parent.inputReader();
                Writer input = parent.outputWriter()) {
            String zombie = output.readLine();
            await().until(() ->
                    parent.info().arguments().map(List::of).orElse(List.of()).contains("-f"));
            input.write("end\n");
            input.flush();
            await().until(() ->
                    Files.readString(Path.of("/proc", zombie, "stat")).contains(") Z "));

            leaveAPidFileNaming(zombie);

            start();
        }
    }

    @Test
    void startsOverAPidFileThatNamesSomebodyElseAndLeavesThemAlone() throws Exception {
        Process somebody = new ProcessBuilder("tail", "-f", "/dev/null").start();
        running.add(somebody::destroyForcibly);

        leaveAPidFileNaming(String.valueOf(somebody.pid()));

        start();
        assertThat(somebody.isAlive()).isTrue();
    }

    @Test
    void startsOverAnEmptyPidFile() throws Exception {
        leaveAPidFileNaming("");

        start();
    }

    @Test
    void writesEverythingDownBeforeItSaysSo() throws Exception {
        EmbeddedPostgres postgres = start();

        assertThat(setting(postgres, "fsync")).isEqualTo("on");
        assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
        assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
        assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
    }

    @Test
    void listensOnTheLoopbackOnlyAndAsksForThePassword() throws Exception {
        EmbeddedPostgres postgres = start();

        assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
        assertThatThrownBy(() -> postgres.owner().as("attune", "guessed").open())
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void logsNothingThatSomebodyTyped() throws Exception {
        EmbeddedPostgres postgres = start();
        try (Connection connection = postgres.owner().open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table heard (words text primary key, number int)");
            statement.execute("insert into heard values ('we never told anybody')");
            for (String wrong : List.of(
                    "insert into heard values ('we never told anybody')",
                    "insert into heard values ('x', 'we never told anybody')",
                    "select 'we never told anybody' from nowhere",
                    "we never told anybody")) {
                assertThatThrownBy(() -> statement.execute(wrong)).isInstanceOf(SQLException.class);
            }
        }
        postgres.close();

        assertThat(log()).contains("shut down").doesNotContain("never told");
    }

    @Test
    void keepsDemoAndRealDataApart() {
        assertThatThrownBy(() -> DataDirectory.lock(data, true))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("holds real data");

        Path demo = temporary.resolve("demo");
        DataDirectory.lock(demo, true).close();
        assertThatThrownBy(() -> DataDirectory.lock(demo, false))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("holds the demo");
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        EmbeddedPostgres first = start();
        int port = Integer.parseInt(setting(first, "port"));
        Path other = temporary.resolve("other");
        FileSystemUtils.copyRecursively(pristine, other);

        assertThatThrownBy(() -> EmbeddedPostgres.start(
                        DataDirectory.lock(other, false), PROGRAMS, new PostgresSettings(port, true, 1024)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("The port " + port);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsAsNobodyWhereRootMayNotMakeANamespace() throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("root has to step down, others have not")
                .isEqualTo("root");
        permit(temporary, "rwx--x--x");
        // Nobody may not get at the usual place, which can be in root's home.
        Path programs = temporary.resolve("programs");

        EmbeddedPostgres postgres = EmbeddedPostgres.start(lock(), programs, DURABLE, Unprivileged.NOBODY);
        running.add(postgres);

        assertThat(server().info().user()).contains("nobody");
        postgres.close();
        assertThat(log()).contains("database system is shut down");
    }

    /** As if the server had been killed, and its number given to somebody else. */
    private void leaveAPidFileNaming(String pid) throws IOException {
        Path cluster = data.resolve("cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"), pid.isEmpty() ? "" : pid + "\n" + cluster + "\n1700000000\n5432\n");
    }

    private JavaProcess say() {
        JavaProcess attune = JavaProcess.start(SayingProcess.class, data.toString());
        running.add(attune);
        return attune;
    }

    private EmbeddedPostgres start() throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(lock(), PROGRAMS, DURABLE);
        running.add(postgres);
        try (Connection connection = postgres.owner().open()) {
            assertThat(connection.isValid(0)).isTrue();
        }
        return postgres;
    }

    private DataDirectory lock() {
        return DataDirectory.lock(data, false);
    }

    private void assertThatAllAreKept(List<String> acknowledged, int ends) throws SQLException {
        List<String> kept = new ArrayList<>();
        try (Connection connection = start().owner().open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from said")) {
            while (rows.next()) {
                kept.add(rows.getString(1));
            }
        }
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        // Each writer may have had one row on its way that was kept and never acknowledged.
        assertThat(kept).hasSizeLessThanOrEqualTo(acknowledged.size() + ends * SayingProcess.WRITERS);
    }

    private ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(data.resolve("cluster/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private String log() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(data.resolve("log"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        try (Connection connection = postgres.owner().open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
