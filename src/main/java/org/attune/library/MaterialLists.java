package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ThemeView;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of materials, the newest first. */
@Component
class MaterialLists {

    private static final int PAGE = 30;

    private final JdbcClient jdbc;

    MaterialLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<MaterialLine> page(Viewer viewer, MaterialFilter filter, @Nullable String after) {
        Key from = Key.parse(after);
        List<MaterialLine> lines = jdbc.sql("""
                        select m.*, n.number, n.url is not null as link, f.media_type,
                               exists (select from seen_material_version(:viewer) d
                                        where d.material_id = m.id and d.published_at is null) as draft
                          from seen_material(:viewer) m
                          left join lateral (select v.number, v.url, v.file_id, v.body from material_version v
                                              where v.material_id = m.id and v.published_at is not null
                                              order by v.number desc limit 1) n on true
                          left join library_file f on f.id = n.file_id
                         where (m.retired_at is not null) = :retired
                           and (:stage::text is null or m.stage_key = :stage)
                           and (:step::text is null or m.step = :step)
                           and (:language::text is null or m.language = :language)
                           and (:theme::uuid is null or exists (select from material_theme x join theme e on e.id = x.theme_id
                                                                  where x.material_id = m.id and e.stands_for = :theme))
                           and (:text::text is null
                             or folded(m.title || ' ' || m.purpose || ' ' || m.speaks_to) like '%' || folded(:pattern) || '%'
                             or to_tsvector('simple', n.body) @@ plainto_tsquery('simple', :text))
                           and (m.written_at, m.id) < (:at, :id)
                         order by m.written_at desc, m.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("retired", filter.retired())
                .param("stage", filter.stage())
                .param("step", filter.step() == null ? null : filter.step().code())
                .param("language", filter.language())
                .param("theme", filter.theme())
                .param("text", filter.text())
                .param("pattern", literally(filter.text()))
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("most", PAGE + 1)
                .query(MaterialLists::line)
                .list();
        return KeysetPage.of(
                lines, PAGE, line -> line.writtenAt() + "~" + line.id().value());
    }

    /** The newest version of each that is not retired, by title. */
    List<MaterialChoice> choices(Viewer viewer) {
        return jdbc.sql("""
                        select v.id as version, m.id, m.title, m.purpose, m.language, v.number
                          from seen_material(:viewer) m
                          join lateral (select v.id, v.number from material_version v
                                         where v.material_id = m.id and v.published_at is not null
                                         order by v.number desc limit 1) v on true
                         where m.retired_at is null
                         order by folded(m.title), m.id limit 500""")
                .param("viewer", viewer.uuid())
                .query((row, n) -> new MaterialChoice(
                        new MaterialVersionId(row.getObject("version", UUID.class)),
                        new MaterialId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("purpose"),
                        row.getString("language"),
                        row.getInt("number")))
                .list();
    }

    /** Those of materials; a house has tens of them. */
    List<ThemeView> themes() {
        return jdbc.sql("""
                        select t.id, t.name from theme t
                         where t.merged_into is null and t.retired_at is null
                           and exists (select from theme e join material_theme m on m.theme_id = e.id where e.stands_for = t.id)
                         order by folded(t.name) limit 200""")
                .query((row, n) -> new ThemeView(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static @Nullable String literally(@Nullable String text) {
        return text == null ? null : text.replaceAll("([%_\\\\])", "\\\\$1");
    }

    private static MaterialLine line(ResultSet row, int n) throws SQLException {
        String mediaType = row.getString("media_type");
        return new MaterialLine(
                new MaterialId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("purpose"),
                row.getString("stage_key"),
                Step.of(row.getString("step")).orElse(null),
                row.getString("language"),
                row.getObject("number", Integer.class),
                row.getBoolean("draft"),
                mediaType == null
                        ? null
                        : FileKind.ofType(mediaType).map(FileKind::code).orElse("other"),
                row.getBoolean("link"),
                row.getTimestamp("written_at").toInstant());
    }

    private record Key(Instant at, UUID id) {

        private static final Key FIRST = new Key(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Key parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return FIRST;
            }
            String[] parts = text.split("~", 2);
            try {
                return new Key(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw new NotSeen("page");
            }
        }
    }
}
