package org.attune.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.platform.SettingRefused;
import org.jspecify.annotations.Nullable;

/**
 * A directory with files under the hash of their content: {@code ab/abcdef…}. A file appears whole or not at all, also where
 * the power fails in between, and is never written again.
 */
final class DirectoryShelf implements FileShelf {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final @Nullable Path directory;

    DirectoryShelf(@Nullable Path directory) {
        this.directory = directory;
        if (directory != null && !isWritable(directory)) {
            throw new SettingRefused(
                    "The directory for files of the library cannot be written: " + directory,
                    "Create it for the user Attune runs as, or leave attune.library.directory out.");
        }
    }

    private static boolean isWritable(Path directory) {
        try {
            return Files.isWritable(Files.createDirectories(directory));
        } catch (IOException cannot) {
            return false;
        }
    }

    @Override
    public boolean isOpen() {
        return directory != null;
    }

    @Override
    public void put(String hash, byte[] content) {
        Path place = place(hash);
        try {
            Files.createDirectories(place.getParent());
            if (Files.exists(place)) {
                Files.setLastModifiedTime(place, FileTime.from(Instant.now())); // new again, for the clean-up
                return;
            }
            Path coming = Files.createTempFile(place.getParent(), "coming-", null);
            try {
                write(coming, content);
                move(coming, place);
            } finally {
                Files.deleteIfExists(coming);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public Optional<byte[]> read(String hash) {
        if (directory == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(place(hash)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The hashes of what nobody touched since, and leavings of a process that was killed. */
    List<Path> untouchedSince(Instant before) {
        if (directory == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory, 2)) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            HASH.matcher(name(file)).matches() || name(file).startsWith("coming-"))
                    .filter(file -> isOlder(file, before))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path place(String hash) {
        if (directory == null || !HASH.matcher(hash).matches()) {
            throw new IllegalStateException("nowhere to keep " + hash);
        }
        return directory.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
