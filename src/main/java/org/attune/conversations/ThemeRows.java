package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How themes are kept: a name is one whatever its case and accents. */
@Component
class ThemeRows {

    private static final int LONGEST = 60;

    private final JdbcClient jdbc;

    ThemeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param today what it is called and stands for today */
    record Named(UUID id, ThemeView today, boolean retired) {}

    /** On one line, and with something to read in it. */
    static String name(String typed, String field) {
        String name = Words.required(typed.replaceAll("[\\s\\p{Z}]+", " "), LONGEST, field);
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new RuleRefused("conversations.words.missing", field);
        }
        return name;
    }

    /** For {@code like}. */
    static String literally(String letters) {
        return letters.strip().replaceAll("([%_\\\\])", "\\\\$1");
    }

    /** How many turns carry a theme, under whatever name; beyond a hundred nobody counts. */
    static String turns(String theme) {
        return """
                select least(count(distinct u.turn_id), 100) as turns
                  from (select m.turn_id from theme f join turn_theme m on m.theme_id = f.id
                         where f.stands_for = %s limit 300) u""".formatted(theme);
    }

    /** Makes it, unless there is one of this name or this id. */
    boolean make(UUID id, String name, UUID by, Instant at) {
        int made = jdbc.sql("""
                        with made as (
                          insert into theme (id, name, stands_for, created_by, created_at) values (:id, :name, :id, :by, :at)
                          on conflict do nothing returning id, name, created_by, created_at)
                        insert into theme_name (theme_id, number, name, named_by, named_at)
                        select id, 1, name, created_by, created_at from made""")
                .param("id", id)
                .param("name", name)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
        return made == 1;
    }

    Optional<Named> named(String name) {
        return jdbc.sql("""
                        select t.id, s.id as today, s.name, s.retired_at is not null as retired
                          from theme t join theme s on s.id = t.stands_for where folded(t.name) = folded(:name)""")
                .param("name", name)
                .query((row, n) -> new Named(
                        Rows.id(row, "id"),
                        new ThemeView(Rows.id(row, "today"), row.getString("name")),
                        row.getBoolean("retired")))
                .optional();
    }

    List<ThemeView> muchLike(String name) {
        return jdbc.sql("""
                        select s.id, s.name from theme t join theme s on s.id = t.stands_for
                         where s.retired_at is null and similarity(folded(t.name), folded(:name)) >= 0.45
                         group by s.id, s.name
                         order by max(similarity(folded(t.name), folded(:name))) desc, s.name limit 3""")
                .param("name", name)
                .query((row, n) -> new ThemeView(Rows.id(row, "id"), row.getString("name")))
                .list();
    }
}
