package org.attune.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.attune.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Once a day lets go of files no version names any more, and of what lies in the directory and belongs to no file. */
@Component
class LibraryCleanUp implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(LibraryCleanUp.class);

    /** What comes just now is not there in whole yet. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final DirectoryShelf shelf;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LibraryCleanUp(JdbcClient jdbc, DirectoryShelf shelf, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "library_files";
    }

    @Override
    public String when() {
        return "0 23 4 * * *";
    }

    @Override
    public void work() {
        Instant before = clock.instant().minus(A_DAY);
        int rows = letGoOfRows(before);
        long files = shelf.untouchedSince(before).stream()
                .filter(file -> letGo(file, before))
                .count();
        if (rows + files > 0) {
            LOG.info("Let go of {} files of the library that nothing names, and {} in its directory", rows, files);
        }
    }

    int letGoOfRows(Instant before) {
        return jdbc.sql("""
                        delete from library_file f where f.added_at < :before
                           and not exists (select from material_version v where v.file_id = f.id)""").param("before", Timestamp.from(before)).update();
    }

    /** Whoever puts the same content there holds the same lock until its row can be seen. */
    private boolean letGo(Path file, Instant before) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            String hash = DirectoryShelf.name(file);
            boolean named =
                    jdbc.sql("""
                            select exists (select from library_file f where encode(f.sha256, 'hex') = :hash)
                              from (select pg_advisory_xact_lock(hashtextextended(:hash, 8))) l""").param("hash", hash).query(Boolean.class).single();
            try {
                return !named && DirectoryShelf.isOlder(file, before) && Files.deleteIfExists(file);
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        }));
    }
}
