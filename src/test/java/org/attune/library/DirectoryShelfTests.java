package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.attune.platform.SettingRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DirectoryShelfTests {

    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void keepsContentUnderItsHashWholeAndOnce() throws IOException {
        DirectoryShelf shelf = new DirectoryShelf(directory);
        shelf.put(HASH, new byte[] {1, 2, 3});
        shelf.put(HASH, new byte[] {9});
        assertThat(shelf.read(HASH)).hasValue(new byte[] {1, 2, 3});
        assertThat(shelf.read("cd".repeat(32))).isEmpty();
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactly(directory.resolve("ab").resolve(HASH));
        }
    }

    @Test
    void findsWhatNobodyTouchedAndLeavesWhatIsNotOurs() throws IOException {
        DirectoryShelf shelf = new DirectoryShelf(directory);
        shelf.put(HASH, new byte[] {1});
        Path ours = directory.resolve("ab").resolve(HASH);
        Path theirs = Files.writeString(directory.resolve("ab").resolve("notes.txt"), "x");
        Path left = Files.writeString(directory.resolve("ab").resolve("coming-1.tmp"), "x");
        Instant longAgo = Instant.now().minusSeconds(200_000);
        for (Path file : new Path[] {ours, theirs, left}) {
            Files.setLastModifiedTime(file, FileTime.from(longAgo));
        }
        Instant yesterday = Instant.now().minusSeconds(86_400);
        assertThat(shelf.untouchedSince(yesterday)).containsExactlyInAnyOrder(ours, left);
        shelf.put(HASH, new byte[] {1});
        assertThat(shelf.untouchedSince(yesterday)).containsExactly(left);
    }

    @Test
    void readsOnlyWhatIsAHash() {
        DirectoryShelf shelf = new DirectoryShelf(directory);
        assertThatThrownBy(() -> shelf.read("../../etc/passwd")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhatIsWrongWithSettings() throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "x");
        assertThatThrownBy(() -> new DirectoryShelf(file.resolve("below"))).isInstanceOf(SettingRefused.class);
        assertThatThrownBy(() -> new LibrarySettings(DataSize.ofBytes(0), null)).isInstanceOf(SettingRefused.class);
        LibrarySettings large = new LibrarySettings(DataSize.ofMegabytes(40), null);
        assertThatThrownBy(() -> large.fitInto(DataSize.ofMegabytes(20))).isInstanceOf(SettingRefused.class);
    }
}
