package org.attune.conversations;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Themes: what heard turns are about, in words the whole organisation shares. */
@Component
@Transactional
public class Themes {

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final Clock clock;

    Themes(JdbcClient jdbc, TurnRows turns, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.clock = clock;
    }

    /** Says what a heard turn is about; a theme nobody has named before is made. */
    public ThemeView add(Viewer viewer, TurnId turn, String name) {
        if (!turns.seen(viewer, turn).kind().isTheirs()) {
            throw new RuleRefused("conversations.theme.only-on-heard");
        }
        ThemeView theme = named(viewer, Words.required(name, 60, "theme"));
        jdbc.sql("insert into turn_theme (turn_id, theme_id) values (:turn, :theme) on conflict do nothing")
                .param("turn", turn.value())
                .param("theme", theme.id())
                .update();
        return theme;
    }

    public void remove(Viewer viewer, TurnId turn, UUID theme) {
        turns.seen(viewer, turn);
        jdbc.sql("delete from turn_theme where turn_id = :turn and theme_id = :theme")
                .param("turn", turn.value())
                .param("theme", theme)
                .update();
    }

    /** Themes that begin with or contain these letters, the most used first. */
    @Transactional(readOnly = true)
    public List<ThemeView> suggestions(String letters, int atMost) {
        return jdbc.sql("""
                        select h.id, h.name from theme h
                         where folded(h.name) like '%' || folded(:letters) || '%'
                         order by (select count(*) from turn_theme t where t.theme_id = h.id) desc, lower(h.name)
                         limit :most""")
                .param("letters", letters.strip().replaceAll("([%_\\\\])", "\\\\$1"))
                .param("most", atMost)
                .query((row, n) -> new ThemeView(Rows.id(row, "id"), row.getString("name")))
                .list();
    }

    private ThemeView named(Viewer viewer, String name) {
        jdbc.sql("""
                        insert into theme (id, name, created_by, created_at) values (:id, :name, :by, :at)
                        on conflict (lower(name)) do nothing""")
                .param("id", Ids.next())
                .param("name", name)
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        return jdbc.sql("select id, name from theme where lower(name) = lower(:name)")
                .param("name", name)
                .query((row, n) -> new ThemeView(Rows.id(row, "id"), row.getString("name")))
                .single();
    }
}
