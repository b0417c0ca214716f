package org.attune.platform.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much room there is where the embedded database lives. */
@Component
public class DiskRoom {

    private final DatabaseProperties properties;
    private final Path directory;

    DiskRoom(DatabaseProperties properties, @Value("${attune.data-directory}") Path directory) {
        this.properties = properties;
        this.directory = directory;
    }

    /** In bytes. */
    public record Room(long free, long all) {

        private static final long LEAST = 2L << 30;

        /** Less than a twentieth, or less than two gigabytes. */
        public boolean isScarce() {
            return free < LEAST || free < all / 20;
        }
    }

    /** Nothing where the database is elsewhere, or the disk does not say. */
    public Optional<Room> left() {
        if (properties.external()) {
            return Optional.empty();
        }
        try {
            FileStore disk = Files.getFileStore(directory.toAbsolutePath());
            return Optional.of(new Room(disk.getUsableSpace(), disk.getTotalSpace()));
        } catch (IOException silent) {
            return Optional.empty();
        }
    }
}
