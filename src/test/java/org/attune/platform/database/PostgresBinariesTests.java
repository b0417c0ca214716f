package org.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applications that start on a fresh machine unpack PostgreSQL at the same moment. */
class PostgresBinariesTests {

    @Test
    void whoeverIsSecondTakesWhatIsThereAndLeavesNothingBehind(@TempDir Path directory) throws IOException {
        Path home = directory.resolve("postgresql");
        PostgresBinaries.moved(unpacked(directory, "first"), home);

        assertThat(PostgresBinaries.moved(unpacked(directory, "second"), home)).isEqualTo(home);

        assertThat(home.resolve("bin")).hasContent("first");
        assertThat(directory.resolve("second")).doesNotExist();
    }

    @Test
    void whereItCannotBePutItSaysSo(@TempDir Path directory) throws IOException {
        Path draft = unpacked(directory, "first");

        assertThatThrownBy(() -> PostgresBinaries.moved(draft, directory.resolve("nowhere/postgresql")))
                .isInstanceOf(FileSystemException.class);
    }

    private static Path unpacked(Path directory, String name) throws IOException {
        Path draft = Files.createDirectory(directory.resolve(name));
        Files.writeString(draft.resolve("bin"), name);
        return draft;
    }
}
