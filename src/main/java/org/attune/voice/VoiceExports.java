package org.attune.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.platform.Deed;
import org.attune.platform.KeysetPage;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was heard, as a table for those who write. Never with names, whatever the hat; that it was taken is on the trail. */
@Component
@Transactional
public class VoiceExports {

    public static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    private final VoicedThemes themes;
    private final VoicedTurns turns;
    private final Trail trail;

    VoiceExports(VoicedThemes themes, VoicedTurns turns, Trail trail) {
        this.themes = themes;
        this.turns = turns;
        this.trail = trail;
    }

    /** @param theme its name of today */
    public record Line(String theme, VoicedTurn turn) {}

    /** @param theme none: all of them, a turn once for each of its themes */
    public List<Line> lines(VoiceFilter filter, @Nullable UUID theme) {
        Deed deed = Deed.of(Deed.Done.EXPORTED, "voice", null);
        trail.note(theme == null ? deed : deed.with("theme", theme.toString()));
        List<ThemeLine> which = theme == null ? themes.of(filter).themes() : List.of(themes.theme(filter, theme));
        List<Line> lines = new ArrayList<>();
        which.forEach(one -> add(filter, one, lines));
        return lines;
    }

    private void add(VoiceFilter filter, ThemeLine theme, List<Line> lines) {
        @Nullable String after = null;
        do {
            KeysetPage<VoicedTurn> page = turns.withoutNames(filter, theme.id(), after, AT_ONCE);
            page.items().forEach(turn -> lines.add(new Line(theme.name(), turn)));
            after = page.next();
        } while (after != null && lines.size() < MOST);
    }
}
