package org.attune.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory that keeps the embedded database; one Attune at a time holds its lock. */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String PASSWORD = "owner-password";
    private static final String DEMO = "demo";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the directory, making it if need be. Demo and real data never share one, even if both are pointed at it.
     */
    public static DataDirectory lock(Path wanted, boolean demo) {
        try {
            Path path = Files.createDirectories(wanted.toAbsolutePath()).toRealPath();
            restrict(path, "rwx------");
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(lock)) {
                lock.close();
                throw new DatabaseUnavailable(
                        "Another Attune is already running on the data directory " + path + ".",
                        "Stop it first, or give this one a data directory of its own with attune.data-directory.");
            }
            DataDirectory directory = new DataDirectory(path, lock);
            directory.beFor(demo);
            return directory;
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "Attune cannot use the data directory " + wanted.toAbsolutePath() + ": " + e,
                    "Make it writable for the user Attune runs as, or choose another with attune.data-directory.",
                    e);
        }
    }

    /** Where PostgreSQL keeps its files. */
    Path cluster() {
        return path.resolve("cluster");
    }

    /** Where PostgreSQL writes its log. */
    Path log() {
        return path.resolve("log");
    }

    Path path() {
        return path;
    }

    /** Made once, readable by nobody else. */
    String ownerPassword() throws IOException {
        Path file = path.resolve(PASSWORD);
        if (Files.notExists(file)) {
            if (Files.exists(cluster())) {
                throw new DatabaseUnavailable(
                        "The file " + file + " with the password of the database is missing.",
                        "Restore it from where the data directory came from.");
            }
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path draft = Files.createTempFile(path, PASSWORD, "");
            restrict(draft, "rw-------");
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).trim();
    }

    Path ownerPasswordFile() {
        return path.resolve(PASSWORD);
    }

    /** What PostgreSQL gave up for, if it said so. */
    Optional<String> lastFatalLogLine() throws IOException {
        try (Stream<Path> files = Files.list(log())) {
            Optional<Path> newest =
                    files.max(Comparator.comparing(file -> file.toFile().lastModified()));
            if (newest.isEmpty()) {
                return Optional.empty();
            }
            return Files.readAllLines(newest.get()).stream()
                    .filter(line -> line.contains("FATAL:"))
                    .reduce((before, last) -> last)
                    .map(line -> line.substring(line.indexOf("FATAL:") + "FATAL:".length())
                            .trim());
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beFor(boolean demo) throws IOException {
        Path mark = path.resolve(DEMO);
        if (demo && Files.notExists(cluster())) {
            Files.writeString(mark, "Invented people live here. The real Attune does not start on this directory.\n");
        }
        if (demo != Files.exists(mark)) {
            close();
            throw new DatabaseUnavailable(
                    demo
                            ? "The data directory " + path + " holds real data, and the demo stays out of it."
                            : "The data directory " + path + " holds the demo.",
                    "Choose another one with attune.data-directory (ATTUNE_DATA_DIRECTORY).");
        }
    }

    private static boolean isFree(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void restrict(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
