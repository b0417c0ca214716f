package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a material: three statements, however many versions it has. */
@Component
class MaterialReading {

    private static final String VERSION = """
            select v.*, u.name as by_name, f.name as file_name, f.media_type, f.size
              from seen_material_version(:viewer) v
              join app_user u on u.id = v.written_by
              left join library_file f on f.id = v.file_id
            """;

    private final JdbcClient jdbc;

    MaterialReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MaterialView> find(Viewer viewer, MaterialId id) {
        List<VersionView> current = current(viewer, id);
        List<VersionLine> lines = lines(viewer, id);
        return jdbc.sql("""
                        select m.*, u.name as by_name, m.written_by = w.id or w.role = 'manager' as tended,
                               array(select t.name from material_theme x join theme e on e.id = x.theme_id
                                       join theme t on t.id = e.stands_for
                                      where x.material_id = m.id group by t.name order by folded(t.name)) as themes,
                               (select d.name from material_version v join app_user d on d.id = v.written_by
                                 where v.material_id = m.id and v.published_at is null) as drafting
                          from seen_material(:viewer) m
                          join app_user u on u.id = m.written_by
                          join app_user w on w.id = :viewer
                         where m.id = :id""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> view(row, current, lines))
                .optional();
    }

    /** The newest that was published, and the draft where the viewer may see it. */
    private List<VersionView> current(Viewer viewer, MaterialId id) {
        return jdbc.sql(VERSION + """
                         where v.material_id = :id
                           and (v.published_at is null
                             or v.number = (select max(p.number) from material_version p
                                             where p.material_id = :id and p.published_at is not null))
                         order by v.number""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> version(row))
                .list();
    }

    Optional<VersionView> version(Viewer viewer, MaterialId id, int number) {
        return jdbc.sql(VERSION + "where v.material_id = :id and v.number = :number")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .param("number", number)
                .query((row, n) -> version(row))
                .optional();
    }

    Optional<VersionView> version(Viewer viewer, MaterialVersionId id) {
        return jdbc.sql(VERSION + "where v.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> version(row))
                .optional();
    }

    private List<VersionLine> lines(Viewer viewer, MaterialId id) {
        return jdbc.sql("""
                        select v.id, v.number, v.news, u.name as by_name, v.published_at,
                               (select count(*) from material_cause c where c.version_id = v.id) as causes
                          from seen_material_version(:viewer) v join app_user u on u.id = v.written_by
                         where v.material_id = :id and v.published_at is not null
                         order by v.number desc limit 200""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> new VersionLine(
                        new MaterialVersionId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        row.getString("news"),
                        row.getString("by_name"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getInt("causes")))
                .list();
    }

    /** What can be given: once it was published, it may be named by whoever sells. */
    Optional<GivenMaterial> given(MaterialVersionId id) {
        return jdbc.sql("""
                        select v.*, m.title, m.language, f.name as file_name, f.media_type, f.size,
                               not exists (select from material_version n where n.material_id = v.material_id
                                              and n.number > v.number and n.published_at is not null) as newest
                          from material_version v join material m on m.id = v.material_id
                          left join library_file f on f.id = v.file_id
                         where v.id = :id and v.published_at is not null""")
                .param("id", id.value())
                .query((row, n) -> new GivenMaterial(
                        id,
                        new MaterialId(row.getObject("material_id", UUID.class)),
                        row.getString("title"),
                        row.getString("language"),
                        row.getInt("number"),
                        row.getString("body"),
                        row.getString("url"),
                        file(row),
                        row.getBoolean("newest")))
                .optional();
    }

    private static MaterialView view(ResultSet row, List<VersionView> current, List<VersionLine> lines)
            throws SQLException {
        return new MaterialView(
                new MaterialId(row.getObject("id", UUID.class)),
                new MaterialDetails(
                        row.getString("title"),
                        row.getString("purpose"),
                        row.getString("stage_key"),
                        Step.of(row.getString("step")).orElse(null),
                        row.getString("language"),
                        row.getString("speaks_to"),
                        Arrays.asList((String[]) row.getArray("themes").getArray())),
                row.getString("by_name"),
                row.getTimestamp("written_at").toInstant(),
                instant(row, "retired_at"),
                row.getInt("version"),
                current.stream().filter(one -> !one.isDraft()).findFirst().orElse(null),
                current.stream().filter(VersionView::isDraft).findFirst().orElse(null),
                row.getString("drafting"),
                lines,
                row.getBoolean("tended"));
    }

    private static VersionView version(ResultSet row) throws SQLException {
        return new VersionView(
                new MaterialVersionId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new MaterialContent(row.getString("body"), row.getString("url"), row.getString("news")),
                file(row),
                row.getString("by_name"),
                row.getTimestamp("written_at").toInstant(),
                instant(row, "published_at"),
                row.getInt("version"),
                row.getTimestamp("published_at") == null);
    }

    private static @Nullable FileView file(ResultSet row) throws SQLException {
        UUID id = row.getObject("file_id", UUID.class);
        return id == null
                ? null
                : new FileView(
                        id,
                        Objects.requireNonNull(row.getString("file_name")),
                        Objects.requireNonNull(row.getString("media_type")),
                        row.getLong("size"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
