package org.attune.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.attune.access.Viewer;
import org.attune.platform.web.Waveform;
import org.attune.platform.web.Waveform.Beat;
import org.attune.platform.web.Waveform.Turn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the small waveforms of conversations in a list, from no more turns of each than can be seen. */
@Component
class Waves {

    /** Joins to conversations {@code v} what their waveforms are drawn from, as far as the viewer may read it. */
    static final String BEATS = """
            cross join lateral (
              select array_agg(s.kind order by s.seq) as beat_kinds, array_agg(s.word_count order by s.seq) as beat_words
                from seen_turn(:viewer) s where s.conversation_id = v.id and s.seq <= 32) wave""";

    private final MessageSource messages;

    Waves(MessageSource messages) {
        this.messages = messages;
    }

    /** None where nothing was logged, or it may not be read. */
    @Nullable
    Waveform drawn(Viewer viewer, ResultSet row) throws SQLException {
        Array kinds = row.getArray("beat_kinds");
        if (kinds == null) {
            return null;
        }
        String[] turns = (String[]) kinds.getArray();
        Integer[] words = (Integer[]) row.getArray("beat_words").getArray();
        List<Beat> beats = IntStream.range(0, turns.length)
                .mapToObj(n -> new Beat(Turn.valueOf(turns[n].toUpperCase(Locale.ROOT)), words[n]))
                .toList();
        return Waveform.small(says(viewer, beats), beats);
    }

    private String says(Viewer viewer, List<Beat> turns) {
        int theirs = turns.stream()
                .filter(beat -> beat.turn() == Turn.HEARD)
                .mapToInt(Beat::words)
                .sum();
        int all = turns.stream().mapToInt(Beat::words).sum();
        String mostly = theirs * 2 == all ? "even" : theirs * 2 > all ? "theirs" : "ours";
        return messages.getMessage("desk.wave." + mostly, new Object[] {turns.size()}, viewer.locale());
    }
}
