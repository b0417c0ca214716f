package org.attune.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process that {@code postmaster.pid} speaks of, as far as it still exists. */
final class Postmaster {

    private final Path cluster;
    private final Path file;

    Postmaster(Path cluster) {
        this.cluster = cluster;
        this.file = cluster.resolve("postmaster.pid");
    }

    boolean leftAFile() {
        return Files.exists(file);
    }

    /**
     * Whether the process named in the file is really the server of this directory. The number may belong to another
     * program by now, or to a zombie whose parent never asked about it; PostgreSQL would take either for a running
     * server and refuse to start. Neither has a command line that names this directory.
     */
    boolean runs() throws IOException {
        Optional<ProcessHandle> process = process();
        return process.map(ProcessHandle::info)
                .flatMap(info -> info.commandLine().or(info::command))
                .filter(this::isServerOfThisDirectory)
                .isPresent();
    }

    void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!leftAFile()) {
            return Optional.empty();
        }
        String first = Files.readString(file).lines().findFirst().orElse("").trim();
        if (!first.matches("-?[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Math.abs(Long.parseLong(first))).filter(ProcessHandle::isAlive);
    }

    private boolean isServerOfThisDirectory(String commandLine) {
        return commandLine.contains("postgres")
                && (commandLine.contains(cluster.toString()) || commandLine.endsWith("postgres.exe"));
    }
}
