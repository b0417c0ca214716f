package org.attune.library;

import java.sql.Types;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of the library: checked by what is in them, kept in PostgreSQL or a directory, and given out unchanged. */
@Component
@Transactional
public class LibraryFiles {

    private final JdbcClient jdbc;
    private final FileCheck check;
    private final FileShelf shelf;
    private final LibrarySettings settings;

    LibraryFiles(JdbcClient jdbc, FileCheck check, FileShelf shelf, LibrarySettings settings) {
        this.jdbc = jdbc;
        this.check = check;
        this.shelf = shelf;
        this.settings = settings;
    }

    /** The largest that is taken, in megabytes; less than one counts as one. */
    public long largest() {
        return Math.max(1, settings.maxFileSize().toMegabytes());
    }

    /** @throws NotSeen where there is none, or it belongs to a draft the viewer may not see */
    @Transactional(readOnly = true)
    public FileDownload find(Viewer viewer, UUID id) {
        return jdbc.sql("""
                        select f.* from library_file f
                         where f.id = :id and exists (select from seen_material_version(:viewer) v where v.file_id = f.id)""")
                .param("id", id)
                .param("viewer", viewer.uuid())
                .query((row, n) -> new FileDownload(
                        new FileView(id, row.getString("name"), row.getString("media_type"), row.getLong("size")),
                        HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes("sha256")))))
                .optional()
                .orElseThrow(() -> new NotSeen("file " + id));
    }

    /**
     * What is in it; whoever asks knows that it may be given out.
     *
     * @throws NotSeen where the directory does not hold it any more
     */
    @Transactional(readOnly = true)
    public byte[] content(FileDownload file) {
        Optional<byte[]> here = jdbc.sql("select content from library_file where id = :id and content is not null")
                .param("id", file.file().id())
                .query((row, n) -> Objects.requireNonNull(row.getBytes(1)))
                .optional();
        return here.or(() -> shelf.read(file.hash()))
                .orElseThrow(() -> new NotSeen("content of file " + file.file().id()));
    }

    CheckedFile checked(NewFile file) {
        return check.check(file, settings.maxFileSize().toBytes());
    }

    void keep(Viewer viewer, CheckedFile file) {
        String hash = HexFormat.of().formatHex(file.sha256());
        if (shelf.isOpen()) {
            lock(hash); // until the row is there, or the clean-up would take it for nobody's
            shelf.put(hash, file.content());
        }
        if (!insert(viewer, file)) {
            sameAs(file);
        }
    }

    private void lock(String hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:hash, 8))")
                .param("hash", hash)
                .query((row, n) -> 0)
                .single();
    }

    private boolean insert(Viewer viewer, CheckedFile file) {
        return jdbc.sql("""
                        insert into library_file (id, name, media_type, size, sha256, content, added_by)
                        values (:id, :name, :type, :size, :hash, :content, :viewer) on conflict (id) do nothing""")
                        .param("id", file.id())
                        .param("name", file.name())
                        .param("type", file.kind().mediaType())
                        .param("size", file.content().length)
                        .param("hash", file.sha256(), Types.BINARY)
                        .param("content", shelf.isOpen() ? null : file.content(), Types.BINARY)
                        .param("viewer", viewer.uuid())
                        .update()
                == 1;
    }

    private void sameAs(CheckedFile file) {
        String before = jdbc.sql(
                        "select name from library_file where id = :id and sha256 <> :hash or id = :id and name <> :name")
                .param("id", file.id())
                .param("hash", file.sha256(), Types.BINARY)
                .param("name", file.name())
                .query(String.class)
                .optional()
                .orElse(null);
        if (before != null) {
            throw new ChangedMeanwhile(before, file.name());
        }
    }
}
