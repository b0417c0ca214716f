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
    private final ThemeRows rows;
    private final Clock clock;

    Themes(JdbcClient jdbc, TurnRows turns, ThemeRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Says what a heard turn is about; a theme nobody has named before is made. One that was merged away leads to the one that
     * stays, also where that happens at this moment: the turn keeps the theme it was given, and that theme points on.
     *
     * @throws RuleRefused where the theme is no longer used
     */
    public ThemeView add(Viewer viewer, TurnId turn, String name) {
        if (!turns.seen(viewer, turn).kind().isTheirs()) {
            throw new RuleRefused("conversations.theme.only-on-heard", "theme");
        }
        return addHeard(viewer, turn, name);
    }

    /**
     * The same for something heard that somebody may read in the voice of the customer; whoever calls has seen to that.
     *
     * @throws RuleRefused where the theme is no longer used
     */
    public ThemeView addHeard(Viewer viewer, TurnId turn, String name) {
        String clean = ThemeRows.name(name, "theme");
        rows.make(Ids.next(), clean, viewer.uuid(), clock.instant());
        ThemeRows.Named named = rows.named(clean).orElseThrow();
        if (named.retired()) {
            throw new RuleRefused(
                    "conversations.theme.retired", "theme", named.today().name());
        }
        jdbc.sql("""
                        insert into turn_theme (turn_id, theme_id, added_by, added_at) values (:turn, :theme, :by, :at)
                        on conflict do nothing""")
                .param("turn", turn.value())
                .param("theme", named.id())
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        return named.today();
    }

    public void remove(Viewer viewer, TurnId turn, UUID theme) {
        turns.seen(viewer, turn);
        removeHeard(turn, theme);
    }

    /** The same where whoever calls has seen to it that they may. */
    public void removeHeard(TurnId turn, UUID theme) {
        jdbc.sql("""
                        delete from turn_theme m using theme t
                         where m.turn_id = :turn and t.id = m.theme_id and t.stands_for = :theme""").param("turn", turn.value()).param("theme", theme).update();
    }

    /** Themes that begin with or contain these letters, the most used first; none that is no longer used. */
    @Transactional(readOnly = true)
    public List<ThemeView> suggestions(String letters, int atMost) {
        return jdbc.sql("""
                        select h.id, h.name
                          from theme h cross join lateral (%s) n
                         where h.merged_into is null and h.retired_at is null
                           and folded(h.name) like '%%' || folded(:letters) || '%%'
                         order by n.turns desc, folded(h.name)
                         limit :most""".formatted(ThemeRows.turns("h.id")))
                .param("letters", ThemeRows.literally(letters))
                .param("most", atMost)
                .query((row, n) -> new ThemeView(Rows.id(row, "id"), row.getString("name")))
                .list();
    }

    /** Themes whose names are much like this one, where nobody has used this one yet. */
    @Transactional(readOnly = true)
    public List<ThemeView> muchLike(String name) {
        String clean = Words.cleanOrNone(name);
        return clean == null || rows.named(clean).isPresent() ? List.of() : rows.muchLike(clean);
    }

    /** What themes of a turn were called when it was given them, where they are called something else today. */
    @Transactional(readOnly = true)
    public List<ThemeThen> calledThen(Viewer viewer, TurnId turn) {
        return jdbc.sql("""
                        select s.name, c.name as called_then
                          from seen_turn(:viewer) t
                          join turn_theme m on m.turn_id = t.id
                          join theme e on e.id = m.theme_id
                          join theme s on s.id = e.stands_for
                          join lateral (select n.name from theme_name n
                                         where n.theme_id = e.id and (n.named_at <= m.added_at or n.number = 1)
                                         order by n.number desc limit 1) c on c.name <> s.name
                         where t.id = :turn order by folded(s.name), folded(c.name)""")
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query((row, n) -> new ThemeThen(row.getString("name"), row.getString("called_then")))
                .list();
    }
}
