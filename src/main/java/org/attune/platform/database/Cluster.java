package org.attune.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.attune.platform.database.PostgresPrograms.Outcome;
import org.springframework.util.FileSystemUtils;

/** The files PostgreSQL keeps its data in, and the server on them. */
final class Cluster {

    static final String OWNER = "attune";
    private static final String MAJOR_VERSION = "18";

    /** A server that recovers may take long, and interrupting it would only start the recovery again. */
    private static final Duration LONG = Duration.ofMinutes(30);

    private final DataDirectory directory;
    private final PostgresSettings settings;
    private final PostgresPrograms programs;
    private final Path path;

    Cluster(DataDirectory directory, PostgresSettings settings, PostgresPrograms programs) {
        this.directory = directory;
        this.settings = settings;
        this.programs = programs;
        this.path = directory.cluster();
    }

    void beThere() throws IOException {
        if (Files.notExists(path)) {
            initialise();
        }
        String version = Files.readString(path.resolve("PG_VERSION")).trim();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseUnavailable(
                    "The data in " + directory.path() + " were written by PostgreSQL " + version + ", and this is "
                            + MAJOR_VERSION + ".",
                    "Start the Attune that wrote them, or bring them over with that version's pg_dump.");
        }
    }

    Outcome start(int port) throws IOException {
        Files.createDirectories(directory.log());
        Files.writeString(path.resolve("postgresql.conf"), settings.text(port));
        Files.writeString(path.resolve("pg_hba.conf"), PostgresSettings.clientAuthentication());
        programs.handOver(directory.path());
        // pg_ctl puts the server into a session of its own, so that Ctrl-C reaches Attune alone and requests can end.
        return programs.run(
                LONG,
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + LONG.toSeconds(),
                        "--pgdata=" + path,
                        "--log=" + directory.log().resolve("start.log")));
    }

    /** Ends the sessions, writes everything down and stops. */
    void stop() throws IOException {
        Outcome outcome = programs.run(
                LONG, "pg_ctl", List.of("stop", "--wait", "--mode=fast", "--timeout=120", "--pgdata=" + path));
        if (!outcome.done() && postmaster().runs()) {
            throw new IOException(outcome.said());
        }
    }

    Postmaster postmaster() {
        return new Postmaster(path);
    }

    /** Under another name first, so that a start that is killed leaves nothing half made. */
    private void initialise() throws IOException {
        directory.ownerPassword();
        Path draft = Files.createTempDirectory(directory.path(), "initialising");
        programs.handOver(directory.path());
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
            throw new IOException(outcome.said());
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
