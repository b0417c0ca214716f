package org.attune.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what was said, the latest first. What is personal is shown at Prepare and nowhere else, so it is not found; what is
 * private or sensitive is left to {@code seen_turn}.
 */
@Component
class WordSearch {

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    WordSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<Hit> find(Viewer viewer, Query query, int size, @Nullable String after) {
        Latest from = Latest.parse(after);
        List<Row> rows = jdbc.sql("""
                        select t.id, t.conversation_id, t.seq, t.words, t.exactness, t.said_at,
                               coalesce(c.name, case when t.kind <> 'heard' then u.name end) as who
                          from seen_turn(:viewer) t
                          left join seen_contact(:viewer) c on c.id = t.speaker_id
                          join app_user u on u.id = t.logged_by
                         where t.search @@ case when :operators then websearch_to_tsquery('simple', :typed)
                                                else to_tsquery('simple', :words) end
                           and not exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'personal')
                           and (t.said_at, t.id) < (:at, :id)
                         order by t.said_at desc, t.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("operators", query.hasOperators())
                .param("typed", query.typed())
                .param("words", query.allWords())
                .param("at", from.at().atOffset(ZoneOffset.UTC))
                .param("id", from.id())
                .param("most", size + 1)
                .query((row, n) -> new Row(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("said_at", OffsetDateTime.class))
                                .toInstant(),
                        "/conversations/" + row.getString("conversation_id") + "#t" + row.getInt("seq"),
                        row.getString("words"),
                        row.getString("exactness"),
                        row.getString("who")))
                .list();
        KeysetPage<Row> page = KeysetPage.of(rows, size, row -> row.at() + "~" + row.id());
        return new KeysetPage<>(page.items().stream().map(row -> row.hit(query)).toList(), page.next());
    }

    private record Row(
            UUID id,
            Instant at,
            String href,
            String words,
            @Nullable String exactness,
            @Nullable String who) {

        Hit hit(Query query) {
            return new Hit(href, null, who, Excerpt.of(words, query), exactness, at, false);
        }
    }

    private record Latest(Instant at, UUID id) {

        static Latest parse(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return new Latest(NEVER, new UUID(-1, -1));
            }
            String[] parts = text.split("~", 2);
            try {
                return new Latest(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
                throw new NotSeen("page");
            }
        }
    }
}
