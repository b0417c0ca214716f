package org.attune.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's programs and says whether they did what they should. */
final class PostgresPrograms {

    private final Path home;
    private final Unprivileged way;

    PostgresPrograms(Path home, Unprivileged way) {
        this.home = home;
        this.way = way;
    }

    /** To be called before a program meets files that Attune made. */
    void handOver(Path directory) {
        way.handOver(directory);
    }

    Outcome run(Duration limit, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(way.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // To a file, as a pipe would stay open in the server that pg_ctl leaves behind.
        Path said = Files.createTempFile("attune-" + program, ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean done = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!done) {
                process.destroyForcibly();
            }
            return new Outcome(
                    done && process.exitValue() == 0, Files.readString(said).trim());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, e);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    record Outcome(boolean done, String said) {}
}
