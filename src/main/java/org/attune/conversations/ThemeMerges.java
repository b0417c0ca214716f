package org.attune.conversations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merges of themes. Nothing is moved: the one that goes points to the one that stays. */
@Component
class ThemeMerges {

    private final JdbcClient jdbc;

    ThemeMerges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void admit(TendedTheme theme, TendedTheme into) {
        if (theme.id().equals(into.id())) {
            throw new RuleRefused("conversations.themes.merge.itself", "into");
        }
        if (theme.isMerged() || into.isMerged()) {
            throw new RuleRefused("conversations.themes.merge.gone", "into");
        }
        if (into.retired()) {
            throw new RuleRefused("conversations.themes.merge.retired", "into", into.name());
        }
    }

    /** In one order, so that two who merge each into the other wait and do not block. */
    void lock(UUID one, UUID other) {
        jdbc.sql("select id from theme where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query(UUID.class)
                .list();
    }

    boolean isKnown(MergeThemes merge) {
        record Known(boolean same, String into) {}
        List<Known> known = jdbc.sql("""
                        select g.theme_id = :theme and g.into_id = :into as same, t.name
                          from theme_merge g join theme t on t.id = g.into_id where g.id = :id""")
                .param("theme", merge.theme())
                .param("into", merge.into())
                .param("id", merge.id())
                .query((row, n) -> new Known(row.getBoolean("same"), row.getString("name")))
                .list();
        if (known.stream().anyMatch(one -> !one.same())) {
            throw new ChangedMeanwhile(known.get(0).into(), name(merge.into()));
        }
        return !known.isEmpty();
    }

    private String name(UUID theme) {
        return jdbc.sql("select name from theme where id = :id")
                .param("id", theme)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotSeen("theme " + theme));
    }

    void merge(MergeThemes merge, UUID by, Instant at) {
        jdbc.sql("update theme set merged_into = :into, stands_for = :into, version = version + 1 where id = :theme")
                .param("into", merge.into())
                .param("theme", merge.theme())
                .update();
        jdbc.sql("""
                        insert into theme_merge (id, theme_id, into_id, merged_by, merged_at)
                        values (:id, :theme, :into, :by, :at)""")
                .param("id", merge.id())
                .param("theme", merge.theme())
                .param("into", merge.into())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    UUID undo(UUID id, UUID by, Instant at, Duration within) {
        record Merged(UUID theme, Instant at, boolean undone) {}
        Merged merged = jdbc.sql("select theme_id, merged_at, undone_at from theme_merge where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Merged(
                        Rows.id(row, "theme_id"), Rows.instant(row, "merged_at"), row.getObject("undone_at") != null))
                .optional()
                .orElseThrow(() -> new NotSeen("merge " + id));
        if (merged.undone()) {
            return merged.theme();
        }
        if (merged.at().plus(within).isBefore(at)) {
            throw new RuleRefused("conversations.themes.undo.late");
        }
        jdbc.sql("update theme set merged_into = null, stands_for = id, version = version + 1 where id = :theme")
                .param("theme", merged.theme())
                .update();
        jdbc.sql("update theme_merge set undone_by = :by, undone_at = :at where id = :id")
                .param("by", by)
                .param("at", Rows.at(at))
                .param("id", id)
                .update();
        return merged.theme();
    }

    /** Turns that carry both, counted no further than 100. */
    int both(UUID theme, UUID into) {
        return jdbc.sql("""
                        select least(count(distinct u.turn_id), 100)
                          from (select m.turn_id from theme f join turn_theme m on m.theme_id = f.id
                                 where f.stands_for = :theme
                                   and exists (select from turn_theme o join theme g on g.id = o.theme_id
                                                where o.turn_id = m.turn_id and g.stands_for = :into)
                                 limit 300) u""")
                .param("theme", theme)
                .param("into", into)
                .query(Integer.class)
                .single();
    }

    /** Those a theme was part of, the newest first. */
    List<ThemeHistory.Merge> of(UUID theme, Instant undoableSince) {
        return jdbc.sql("""
                        select g.id, t.name as theme, i.name as into_name, u.name as by_name, g.merged_at, b.name as undone_by,
                               g.undone_at is null and g.merged_at >= :since as undoable
                          from theme_merge g join theme t on t.id = g.theme_id join theme i on i.id = g.into_id
                          join app_user u on u.id = g.merged_by left join app_user b on b.id = g.undone_by
                         where g.theme_id = :theme or g.into_id = :theme
                         order by g.merged_at desc, g.id desc limit 50""")
                .param("theme", theme)
                .param("since", Rows.at(undoableSince))
                .query((row, n) -> new ThemeHistory.Merge(
                        Rows.id(row, "id"),
                        row.getString("theme"),
                        row.getString("into_name"),
                        row.getString("by_name"),
                        Rows.instant(row, "merged_at"),
                        row.getString("undone_by"),
                        row.getBoolean("undoable")))
                .list();
    }
}
