package org.attune.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of stories, the newest first. */
@Component
class StoryLists {

    private static final int PAGE = 30;

    private static final String LINE = """
            select s.id, s.title, s.situation, s.language, s.written_at, n.name as about, n.given_name, n.family_name, n.company,
                   exists (select from tended_story(:viewer) t where t.id = s.id) as inside,
                   exists (select from seen_contact(:viewer) c where c.id = s.contact_id) as known,
                   k.scope, k.named, k.given_on, k.until, k.withdrawn_on, k.ended_at
              from seen_story(:viewer) s
              join story_names n on n.story_id = s.id
              left join lateral (select c.* from consent_at(s.id, now()) c) k on true
            """;

    private final JdbcClient jdbc;

    StoryLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<StoryLine> page(Viewer viewer, StoryFilter filter, @Nullable String after) {
        Key from = Key.parse(after);
        List<StoryLine> lines = jdbc.sql(LINE + """
                         where (s.retired_at is not null) = :retired
                           and (:whose <> 'mine' or s.written_by = :viewer)
                           and (:whose <> 'team' or s.team_id = (select u.team_id from app_user u where u.id = :viewer))
                           and (not :consented or k.scope is not null)
                           and (:language::text is null or s.language = :language)
                           and (:theme::uuid is null or exists (select from story_theme x join theme e on e.id = x.theme_id
                                                                  where x.story_id = s.id and e.stands_for = :theme))
                           and (:text::text is null
                             or folded(s.title || ' ' || s.situation || ' ' || s.speaks_to) like '%' || folded(:pattern) || '%'
                                and (coalesce(k.named, false) or s.id in (select t.id from tended_story(:viewer) t)
                                  or folded(n.name || ' ' || coalesce(n.company, '')) not like '%' || folded(:pattern) || '%'))
                           and (s.written_at, s.id) < (:at, :id)
                         order by s.written_at desc, s.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("retired", filter.retired())
                .param("whose", filter.whose().code())
                .param("consented", filter.consented())
                .param("language", filter.language())
                .param("theme", filter.theme())
                .param("text", filter.text())
                .param("pattern", literally(filter.text()))
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("most", PAGE + 1)
                .query(StoryLists::line)
                .list();
        return KeysetPage.of(
                lines, PAGE, line -> line.writtenAt() + "~" + line.id().value());
    }

    /** Those that may be used in this way on this day, by title. */
    List<StoryChoice> choices(Viewer viewer, StoryUse.How how, LocalDate day) {
        return jdbc.sql(LINE + """
                         where s.retired_at is null and k.scope is not null
                         order by folded(s.title), s.id limit 500""").param("viewer", viewer.uuid()).query((row, n) -> choice(row)).stream()
                .filter(one -> one.consent().allows(how, day))
                .toList();
    }

    private static StoryChoice choice(ResultSet row) throws SQLException {
        Consent consent = StoryHistory.read(row);
        String title = row.getString("title");
        return new StoryChoice(
                new StoryId(row.getObject("id", UUID.class)),
                consent.named() ? title : StoryReading.names(row).cutFrom(title),
                row.getString("language"),
                consent);
    }

    private static StoryLine line(ResultSet row, int n) throws SQLException {
        Consent consent = StoryHistory.readIfAny(row);
        boolean named = consent != null && consent.named();
        boolean inside = row.getBoolean("inside");
        NamesInWords cut = inside || named ? NamesInWords.of() : StoryReading.names(row);
        return new StoryLine(
                new StoryId(row.getObject("id", UUID.class)),
                cut.cutFrom(row.getString("title")),
                cut.cutFrom(row.getString("situation")),
                row.getString("language"),
                named || inside && row.getBoolean("known") ? row.getString("about") : null,
                inside,
                consent,
                row.getTimestamp("written_at").toInstant());
    }

    private static @Nullable String literally(@Nullable String text) {
        return text == null ? null : text.replaceAll("([%_\\\\])", "\\\\$1");
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
