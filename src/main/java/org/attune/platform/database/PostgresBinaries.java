package org.attune.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, which travel in the jar as an archive. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Unpacks them below the directory, once for each version, and answers where they are. */
    static Path unpackedBelow(Path directory) throws IOException {
        Path home = directory.resolve("postgresql-" + fingerprint());
        if (Files.isDirectory(home)) {
            return home;
        }
        Files.createDirectories(directory);
        Path draft = Files.createTempDirectory(directory, "unpacking");
        try (TarArchiveInputStream archive = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive().openStream())))) {
            TarArchiveEntry entry;
            while ((entry = archive.getNextEntry()) != null) {
                unpack(entry, archive, draft);
            }
        }
        makeExecutable(draft);
        return moved(draft, home);
    }

    /** Puts what was unpacked where it is looked for, unless somebody else was quicker: theirs is the same. */
    static Path moved(Path draft, Path home) throws IOException {
        try {
            return Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(draft, home);
        } catch (FileSystemException e) {
            // Which exception says that it is there already differs from system to system.
            if (!Files.isDirectory(home)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(draft);
            return home;
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The archive reaches outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(parentOf(target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & 0100) != 0) {
            makeExecutable(target);
        }
    }

    private static Path parentOf(Path target) {
        Path parent = target.getParent();
        return parent == null ? target : parent;
    }

    /** For everybody, as the server does not always run as who unpacked it. */
    private static void makeExecutable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_READ);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_READ);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** By the checksum that the jar keeps of the archive. To reckon one would be the slowest part of starting the server. */
    private static String fingerprint() throws IOException {
        if (!(archive().openConnection() instanceof JarURLConnection jar)) {
            throw new IllegalStateException("The archive of PostgreSQL's programs stands in no jar");
        }
        JarEntry entry = jar.getJarEntry();
        return "%08x-%d".formatted(entry.getCrc(), entry.getSize());
    }

    private static URL archive() {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable(
                    "This build of Attune carries no PostgreSQL for " + system() + " on " + processor() + ".",
                    "Build it on this machine, or with -Pall-platforms, or set ATTUNE_DATABASE_URL to a database of"
                            + " your own.");
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }
}
