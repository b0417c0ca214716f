package org.attune.exchange;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files between being handed over and being taken; each is seen by whoever brought it, for a day. */
@Component
@Transactional
class ImportFiles {

    private final JdbcClient jdbc;
    private final Organisation organisation;

    ImportFiles(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    void keep(Viewer viewer, UUID id, String kind, String name, byte[] content, @Nullable String region) {
        jdbc.sql("delete from import_file where uploaded_at < now() - interval '1 day'")
                .update();
        jdbc.sql("""
                        insert into import_file (id, kind, file_name, digest, content, region, uploaded_by)
                        values (:id, :kind, :name, :digest, :content, :region, :viewer) on conflict do nothing""")
                .param("id", id)
                .param("kind", kind)
                .param("name", shortened(name))
                .param("digest", Digest.of(content))
                .param("content", content, Types.BINARY)
                .param("region", region)
                .param("viewer", viewer.uuid())
                .update();
    }

    private static String shortened(String name) {
        String bare =
                name.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
        return bare.isEmpty() ? "-" : bare.substring(Math.max(0, bare.length() - 255));
    }

    @Transactional(readOnly = true)
    public Optional<ImportFile> find(Viewer viewer, UUID id, String kind) {
        return jdbc.sql("""
                        select id, kind, file_name, digest, content, region, columns, owner_id from import_file
                         where id = :id and kind = :kind and uploaded_by = :viewer""")
                .param("id", id)
                .param("kind", kind)
                .param("viewer", viewer.uuid())
                .query((row, n) -> new ImportFile(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("kind"),
                        row.getString("file_name"),
                        row.getString("digest"),
                        row.getBytes("content"),
                        Objects.requireNonNullElseGet(
                                row.getString("region"),
                                () -> organisation.current().region()),
                        row.getString("columns"),
                        Optional.ofNullable(row.getObject("owner_id", UUID.class))
                                .map(UserId::new)
                                .orElse(null)))
                .optional();
    }

    /** Makes whoever takes the same file at the same time wait. */
    void lock(Viewer viewer, UUID id) {
        jdbc.sql("select 1 from import_file where id = :id and uploaded_by = :viewer for update")
                .param("id", id)
                .param("viewer", viewer.uuid())
                .query(Integer.class)
                .optional();
    }

    ImportFile seen(Viewer viewer, UUID id, String kind) {
        return find(viewer, id, kind).orElseThrow(() -> new NotSeen("file " + id));
    }

    @Transactional(readOnly = true)
    public List<WaitingFile> waiting(Viewer viewer) {
        return jdbc.sql("""
                        select id, kind, file_name, uploaded_at from import_file
                         where uploaded_by = :viewer and uploaded_at > now() - interval '1 day' order by uploaded_at, id limit 50""")
                .param("viewer", viewer.uuid())
                .query((row, n) -> new WaitingFile(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("kind"),
                        row.getString("file_name"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }

    void means(Viewer viewer, UUID id, List<ContactField> columns, String region) {
        jdbc.sql("update import_file set columns = :columns, region = :region where id = :id and uploaded_by = :viewer")
                .param(
                        "columns",
                        String.join(",", columns.stream().map(Enum::name).toList()))
                .param("region", region)
                .param("id", id)
                .param("viewer", viewer.uuid())
                .update();
    }

    void becomes(Viewer viewer, UUID id, @Nullable UserId owner) {
        jdbc.sql("update import_file set owner_id = :owner where id = :id and uploaded_by = :viewer")
                .param("owner", owner == null ? null : owner.value())
                .param("id", id)
                .param("viewer", viewer.uuid())
                .update();
    }

    void forget(Viewer viewer, UUID id) {
        jdbc.sql("delete from import_file where id = :id and uploaded_by = :viewer")
                .param("id", id)
                .param("viewer", viewer.uuid())
                .update();
    }
}
