package org.attune.library;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How materials and their versions are written down. What was published is out of reach: the database sees to it. */
@Component
class MaterialRows {

    private final JdbcClient jdbc;

    MaterialRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new */
    boolean add(Viewer viewer, MaterialId id, MaterialDetails details, Instant at) {
        return jdbc.sql("""
                        insert into material (id, title, purpose, stage_key, step, language, speaks_to, written_by, written_at)
                        values (:id, :title, :purpose, :stage, :step, :language, :speaks, :by, :at)
                        on conflict (id) do nothing""")
                        .param("id", id.value())
                        .param("title", details.title())
                        .param("purpose", details.purpose())
                        .param("stage", details.stage())
                        .param("step", code(details.step()))
                        .param("language", details.language())
                        .param("speaks", details.speaksTo())
                        .param("by", viewer.uuid())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void change(MaterialId id, MaterialDetails details) {
        jdbc.sql("""
                        update material set title = :title, purpose = :purpose, stage_key = :stage, step = :step,
                               language = :language, speaks_to = :speaks, version = version + 1
                         where id = :id""")
                .param("title", details.title())
                .param("purpose", details.purpose())
                .param("stage", details.stage())
                .param("step", code(details.step()))
                .param("language", details.language())
                .param("speaks", details.speaksTo())
                .param("id", id.value())
                .update();
    }

    private static @Nullable String code(@Nullable Step step) {
        return step == null ? null : step.code();
    }

    /** Nobody else changes it or drafts a version of it until this transaction is over. */
    boolean lock(Viewer viewer, MaterialId id) {
        return jdbc.sql("""
                        select m.id from material m
                         where m.id = :id and exists (select from seen_material(:viewer) s where s.id = m.id) for update""")
                .param("id", id.value())
                .param("viewer", viewer.uuid())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Themes of these names as they stand today; a name nobody knows is not among them. */
    List<NamedTheme> themes(List<String> names) {
        return names.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct on (folded(n.typed)) n.typed, t.stands_for as id
                                  from unnest(:names::text[]) n(typed) join theme t on folded(t.name) = folded(n.typed)
                                 where t.retired_at is null
                                 order by folded(n.typed), t.merged_into nulls first""")
                        .param("names", names.toArray(String[]::new))
                        .query(NamedTheme.class)
                        .list();
    }

    /** @param typed as somebody wrote it */
    record NamedTheme(String typed, UUID id) {}

    void speaksOf(MaterialId id, List<UUID> themes) {
        jdbc.sql("delete from material_theme where material_id = :id and not theme_id = any(:themes)")
                .param("id", id.value())
                .param("themes", themes.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into material_theme (material_id, theme_id) select :id, unnest(:themes::uuid[])
                        on conflict do nothing""")
                .param("id", id.value())
                .param("themes", themes.toArray(UUID[]::new))
                .update();
    }

    /** The next version, with the file of the one before; {@code null} as content begins with what that says. */
    boolean draft(Viewer viewer, MaterialVersionId id, MaterialId material, MaterialContent content, Instant at) {
        return jdbc.sql("""
                        insert into material_version (id, material_id, number, body, url, file_id, news, written_by, written_at)
                        select :id, :material, coalesce(max(v.number), 0) + 1, :body, :url,
                               (array_agg(v.file_id order by v.number desc))[1], :news, :by, :at
                          from material_version v where v.material_id = :material
                        on conflict (id) do nothing""")
                        .param("id", id.value())
                        .param("material", material.value())
                        .param("body", content.body())
                        .param("url", content.url())
                        .param("news", content.news())
                        .param("by", viewer.uuid())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void write(MaterialVersionId id, MaterialContent content) {
        jdbc.sql("""
                        update material_version set body = :body, url = :url, news = :news, version = version + 1
                         where id = :id and published_at is null""")
                .param("body", content.body())
                .param("url", content.url())
                .param("news", content.news())
                .param("id", id.value())
                .update();
    }

    void carry(MaterialVersionId id, @Nullable UUID file) {
        jdbc.sql("""
                        update material_version set file_id = :file, version = version + 1
                         where id = :id and published_at is null""").param("file", file).param("id", id.value()).update();
    }

    void publish(MaterialVersionId id, Instant at) {
        jdbc.sql(
                        "update material_version set published_at = :at, version = version + 1 where id = :id and published_at is null")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    /** Of the draft, and of the material where nothing of it was ever published. */
    void throwAway(MaterialVersionId id, MaterialId material) {
        jdbc.sql("delete from material_cause where version_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from material_version where id = :id and published_at is null")
                .param("id", id.value())
                .update();
        for (String table : List.of("material_theme where material_id", "material where id")) {
            jdbc.sql("delete from " + table
                            + " = :id and not exists (select from material_version v where v.material_id = :id)")
                    .param("id", material.value())
                    .update();
        }
    }

    void retire(Viewer viewer, MaterialId id, Instant at) {
        jdbc.sql(
                        "update material set retired_at = :at, retired_by = :by, version = version + 1 where id = :id and retired_at is null")
                .param("at", Timestamp.from(at))
                .param("by", viewer.uuid())
                .param("id", id.value())
                .update();
    }

    void restore(MaterialId id) {
        jdbc.sql("""
                        update material set retired_at = null, retired_by = null, version = version + 1
                         where id = :id and retired_at is not null""").param("id", id.value()).update();
    }

    /** Which material a version belongs to, among those the viewer sees. */
    Optional<MaterialId> of(Viewer viewer, MaterialVersionId id) {
        return jdbc.sql("select material_id from seen_material_version(:viewer) where id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(MaterialId::new);
    }
}
