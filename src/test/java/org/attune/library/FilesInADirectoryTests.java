package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** The same files, with their content in a directory and the rest in the database. */
@AttuneTest
class FilesInADirectoryTests {

    @TempDir
    private Path directory = Path.of("");

    @Autowired
    private Materials materials;

    @Autowired
    private MaterialRows rows;

    @Autowired
    private FileCheck check;

    @Autowired
    private Somebody somebody;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private LibraryFiles files;
    private LibraryCleanUp cleanUp;
    private MaterialVersionId draft;

    @BeforeEach
    void aDirectoryIsSet() {
        LibrarySettings settings = new LibrarySettings(DataSize.ofMegabytes(1), directory);
        DirectoryShelf shelf = new DirectoryShelf(directory);
        files = new LibraryFiles(jdbc, check, shelf, settings);
        cleanUp = new LibraryCleanUp(jdbc, shelf, transactions, Clock.systemUTC());
        anna = somebody.whoSells();
        draft = Objects.requireNonNull(materials
                        .write(
                                anna,
                                new WriteMaterial(
                                        new MaterialId(Ids.next()),
                                        PublishedVersionTests.aDetails("Kept elsewhere"),
                                        PublishedVersionTests.says("Read it.")))
                        .draft())
                .id();
    }

    private UUID kept(String more) {
        UUID id = Ids.next();
        files.keep(anna, files.checked(new NewFile(id, "a.pdf", FileCheckTests.aPdf(more))));
        return id;
    }

    private List<Path> lying() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void aYearPasses() throws IOException {
        for (Path file : lying()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(31_000_000)));
        }
    }

    @Test
    void theContentLiesThereOnceAndIsNotInTheDatabase() throws IOException {
        String content = Ids.next().toString();
        UUID one = kept(content);
        UUID same = kept(content);
        assertThat(lying()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from library_file where id in (:ids) and content is null")
                        .param("ids", List.of(one, same))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        rows.carry(draft, one);
        assertThat(files.content(files.find(anna, one))).isEqualTo(FileCheckTests.aPdf(content));
        assertThatThrownBy(() -> files.find(anna, same)).isInstanceOf(NotSeen.class); // no version names it
    }

    @Test
    void whatNoRowNamesIsLetGoAndWhatIsNamedStays() throws IOException {
        UUID named = kept(Ids.next().toString());
        rows.carry(draft, named);
        kept(Ids.next().toString());
        jdbc.sql("delete from library_file where added_by = :anna and id <> :named")
                .param("anna", anna.uuid())
                .param("named", named)
                .update();
        cleanUp.work();
        assertThat(lying()).as("of today").hasSize(2);
        aYearPasses();
        cleanUp.work();
        assertThat(lying()).hasSize(1);
        assertThat(files.content(files.find(anna, named))).isNotEmpty();
    }

    @Test
    void contentThatIsGoneIsNotFoundInsteadOfBreaking() throws IOException {
        UUID id = kept(Ids.next().toString());
        rows.carry(draft, id);
        Files.delete(lying().get(0));
        assertThatThrownBy(() -> files.content(files.find(anna, id))).isInstanceOf(NotSeen.class);
    }
}
