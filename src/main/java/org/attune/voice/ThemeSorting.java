package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ThemeView;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.platform.NotSeen;
import org.attune.voice.VoiceRows.After;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns without a theme, one after the other: Attune guesses, a person says. Nothing is given a theme by itself. */
@Component
@Transactional
public class ThemeSorting {

    /** As many as there are keys for. */
    private static final int GUESSES = 3;

    /** A guess that is less alike is not made: the best on what was labelled to settle it, see {@code src/docs/bench/themes.md}. */
    static final double LEAST = 0.15;

    private final JdbcClient jdbc;
    private final Themes themes;
    private final Clock clock;

    ThemeSorting(JdbcClient jdbc, Themes themes, Clock clock) {
        this.jdbc = jdbc;
        this.themes = themes;
        this.clock = clock;
    }

    /**
     * The latest that has none.
     *
     * @param after the key of the one that is left for later
     */
    @Transactional(readOnly = true)
    public Optional<ToSort> next(VoiceFilter filter, @Nullable String after) {
        After from = After.parse(after);
        return jdbc.sql("with page as (select t.id as turn_id from " + Unthemed.FROM + """
                          and (t.said_at, t.id) < (:afterAt, :afterId) order by t.said_at desc, t.id desc limit 1)
                        select""" + VoiceRows.COLUMNS
                        + " from page p join voiced_turn(:viewer) t on t.id = p.turn_id " + VoiceRows.WHO)
                .params(filter.parameters())
                .param("afterAt", Timestamp.from(from.at()))
                .param("afterId", from.id())
                .query((row, n) -> found(row, filter.viewer()))
                .optional()
                .map(this::toSort);
    }

    /** This one, whether it has a theme or not. */
    @Transactional(readOnly = true)
    public ToSort one(Viewer viewer, TurnId id) {
        return jdbc.sql("select " + VoiceRows.COLUMNS + " from voiced_turn(:viewer) t " + VoiceRows.WHO
                        + " where t.id = :id")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> found(row, viewer))
                .optional()
                .map(this::toSort)
                .orElseThrow(() -> new NotSeen("voiced turn " + id.value()));
    }

    private record Found(TurnId id, String words, VoicedTurn turn) {}

    private static Found found(ResultSet row, Viewer viewer) throws SQLException {
        return new Found(
                new TurnId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("words"),
                VoiceRows.turn(row, viewer));
    }

    private ToSort toSort(Found found) {
        return new ToSort(found.id(), found.turn(), guesses(found.words(), found.id()));
    }

    /** What words may be about. */
    List<ThemeGuess> guesses(String words, TurnId self) {
        return guesses(words, self, LEAST);
    }

    List<ThemeGuess> guesses(String words, TurnId self, double least) {
        return jdbc.sql("""
                        select g.theme_id, s.name, g.score
                          from theme_guesses(:words, :self) g join theme s on s.id = g.theme_id
                         where g.score >= :least order by g.score desc, folded(s.name) limit :most""")
                .param("words", words)
                .param("self", self.value())
                .param("least", least)
                .param("most", GUESSES)
                .query((row, n) -> new ThemeGuess(
                        Objects.requireNonNull(row.getObject("theme_id", UUID.class)),
                        row.getString("name"),
                        row.getDouble("score")))
                .list();
    }

    /** Says what it is about; a theme nobody has named before is made. */
    public ThemeView give(Viewer viewer, TurnId turn, String theme) {
        heard(viewer, turn);
        return themes.addHeard(viewer, turn, theme);
    }

    /** It is about nothing that is worth a theme; it is not asked about again. */
    public void pass(Viewer viewer, TurnId turn) {
        heard(viewer, turn);
        jdbc.sql(
                        "insert into theme_passed (turn_id, passed_by, passed_at) values (:turn, :by, :at) on conflict do nothing")
                .param("turn", turn.value())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Takes back what was said last about it, so that it stands among those without a theme again.
     *
     * @param theme that was given; none where it was passed over
     */
    public void takeBack(Viewer viewer, TurnId turn, @Nullable UUID theme) {
        heard(viewer, turn);
        if (theme != null) {
            themes.removeHeard(turn, theme);
        }
        jdbc.sql("delete from theme_passed where turn_id = :turn")
                .param("turn", turn.value())
                .update();
    }

    private void heard(Viewer viewer, TurnId turn) {
        if (!jdbc.sql("select exists (select from voiced_turn(:viewer) t where t.id = :turn)")
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query(Boolean.class)
                .single()) {
            throw new NotSeen("voiced turn " + turn.value());
        }
    }
}
