package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation's themes, for the admin who tends them. */
@Component
@Transactional
public class TendedThemes {

    static final Duration UNDO = Duration.ofDays(1);
    private static final int SHOWN = 100;

    private static final String THEMES = """
            select t.id, t.name, t.version, t.retired_at is not null as retired, t.merged_into, n.turns, folded(t.name) as key,
                   array(select a.name from theme a where a.stands_for = t.id and a.id <> t.id order by folded(a.name)) as also
              from theme t cross join lateral (%s) n
            """.formatted(ThemeRows.turns("t.id"));

    private final JdbcClient jdbc;
    private final ThemeRows rows;
    private final ThemeMerges merges;
    private final Clock clock;

    TendedThemes(JdbcClient jdbc, ThemeRows rows, ThemeMerges merges, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.merges = merges;
        this.clock = clock;
    }

    /**
     * Those that go on, by name.
     *
     * @param letters in their name or in one that was merged into them
     */
    @Transactional(readOnly = true)
    public KeysetPage<TendedTheme> all(String letters, @Nullable String after) {
        record Keyed(TendedTheme theme, String key) {}
        List<Keyed> found = jdbc.sql(THEMES + """
                         where t.merged_into is null and folded(t.name) > :after
                           and exists (select from theme a where a.stands_for = t.id
                                          and folded(a.name) like '%' || folded(:letters) || '%')
                         order by folded(t.name) limit :most""")
                .param("after", after == null ? "" : after)
                .param("letters", ThemeRows.literally(letters))
                .param("most", SHOWN + 1)
                .query((row, n) -> new Keyed(theme(row), row.getString("key")))
                .list();
        KeysetPage<Keyed> page = KeysetPage.of(found, SHOWN, Keyed::key);
        return new KeysetPage<>(page.items().stream().map(Keyed::theme).toList(), page.next());
    }

    /** Those another one can be merged into. */
    @Transactional(readOnly = true)
    public List<ThemeView> others(UUID theme) {
        return jdbc.sql("""
                        select id, name from theme
                         where merged_into is null and retired_at is null and id <> :theme order by folded(name) limit 500""")
                .param("theme", theme)
                .query((row, n) -> new ThemeView(Rows.id(row, "id"), row.getString("name")))
                .list();
    }

    @Transactional(readOnly = true)
    public TendedTheme find(UUID id) {
        return jdbc.sql(THEMES + " where t.id = :id")
                .param("id", id)
                .query((row, n) -> theme(row))
                .optional()
                .orElseThrow(() -> new NotSeen("theme " + id));
    }

    @Transactional(readOnly = true)
    public ThemeHistory history(UUID id) {
        return new ThemeHistory(names(id), merges.of(id, clock.instant().minus(UNDO)));
    }

    /**
     * Makes a theme. The same id with the same name is the same theme.
     *
     * @throws RuleRefused where the name is there, whatever its case and accents
     */
    public void make(Viewer viewer, UUID id, String typed) {
        String name = ThemeRows.name(typed, "name");
        if (!rows.make(id, name, viewer.uuid(), clock.instant())) {
            jdbc.sql("select name from theme where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .optional()
                    .ifPresentOrElse(kept -> same(kept, name), () -> taken(name));
        }
    }

    private static void same(String kept, String name) {
        if (!kept.equals(name)) {
            throw new ChangedMeanwhile(kept, name);
        }
    }

    private void taken(String name) {
        ThemeRows.Named there = rows.named(name).orElseThrow();
        throw new RuleRefused(
                "conversations.themes.taken", "name", there.today().name());
    }

    /**
     * Calls it something else; turns that carry it do so under the new name, and what it was called stays known.
     *
     * @throws ChangedMeanwhile where it was renamed since the form was opened
     */
    public void rename(Viewer viewer, UUID id, String typed, int version) {
        String name = ThemeRows.name(typed, "name");
        TendedTheme now = goesOn(id);
        if (now.name().equals(name)) {
            return;
        }
        if (now.version() != version) {
            throw new ChangedMeanwhile(now.name(), name, now.version());
        }
        rows.named(name).filter(there -> !there.id().equals(id)).ifPresent(there -> taken(name));
        try {
            jdbc.sql("""
                            with renamed as (
                              update theme set name = :name, version = version + 1 where id = :id returning id, name)
                            insert into theme_name (theme_id, number, name, named_by, named_at)
                            select r.id, (select max(n.number) + 1 from theme_name n where n.theme_id = r.id), r.name, :by, :at
                              from renamed r""")
                    .param("name", name)
                    .param("id", id)
                    .param("by", viewer.uuid())
                    .param("at", Rows.at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new RuleRefused("conversations.themes.taken", "name", name);
        }
    }

    /** From now on nobody is offered it; turns that carry it keep it. */
    public TendedTheme retire(UUID id) {
        TendedTheme theme = goesOn(id);
        jdbc.sql("update theme set retired_at = coalesce(retired_at, :at) where id = :id")
                .param("at", Rows.at(clock.instant()))
                .param("id", id)
                .update();
        return theme;
    }

    public TendedTheme restore(UUID id) {
        TendedTheme theme = goesOn(id);
        jdbc.sql("update theme set retired_at = null where id = :id")
                .param("id", id)
                .update();
        return theme;
    }

    /** @throws RuleRefused where one of them cannot be merged */
    @Transactional(readOnly = true)
    public ThemeMergePreview preview(UUID theme, UUID into) {
        TendedTheme goes = find(theme);
        TendedTheme stays = find(into);
        ThemeMerges.admit(goes, stays);
        return new ThemeMergePreview(goes, stays, merges.both(theme, into));
    }

    /** From now on turns that carry either carry the one that stays. A repeat merges nothing twice. */
    public void merge(Viewer viewer, MergeThemes merge) {
        if (merges.isKnown(merge)) {
            return;
        }
        merges.lock(merge.theme(), merge.into());
        ThemeMerges.admit(find(merge.theme()), find(merge.into()));
        merges.merge(merge, viewer.uuid(), clock.instant());
    }

    /**
     * Takes a merge back, for a day.
     *
     * @return the theme that goes on by itself again
     * @throws RuleRefused once the day is over
     */
    public TendedTheme undo(Viewer viewer, UUID merge) {
        return find(merges.undo(merge, viewer.uuid(), clock.instant(), UNDO));
    }

    /** Locked, so that nobody merges it meanwhile. */
    private TendedTheme goesOn(UUID id) {
        merges.lock(id, id);
        TendedTheme theme = find(id);
        if (theme.isMerged()) {
            throw new RuleRefused("conversations.themes.merged", "name");
        }
        return theme;
    }

    private List<ThemeHistory.Name> names(UUID id) {
        return jdbc.sql("""
                        select n.name, u.name as by_name, n.named_at
                          from theme_name n left join app_user u on u.id = n.named_by
                         where n.theme_id = :id order by n.number desc""")
                .param("id", id)
                .query((row, n) -> new ThemeHistory.Name(
                        row.getString("name"), row.getString("by_name"), Rows.instant(row, "named_at")))
                .list();
    }

    private static TendedTheme theme(ResultSet row) throws SQLException {
        return new TendedTheme(
                Rows.id(row, "id"),
                row.getString("name"),
                row.getInt("turns"),
                row.getBoolean("retired"),
                row.getInt("version"),
                Arrays.asList((String[]) row.getArray("also").getArray()),
                Rows.maybeId(row, "merged_into"));
    }
}
