package org.attune.desk;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.platform.web.Waveform;
import org.attune.platform.web.Waveform.Beat;
import org.attune.platform.web.Waveform.Turn;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws the small waveforms of conversations in a list: one statement, and no more turns of each than can be seen. */
@Component
class Waves {

    private static final int BARS = 32;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    Waves(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** One where nothing was logged, or that may not be read, is not among them. */
    Map<ConversationId, Waveform> of(Viewer viewer, List<UUID> conversations) {
        Map<ConversationId, List<Beat>> beats = new HashMap<>();
        jdbc.sql("""
                        select t.conversation_id, t.kind, t.word_count from seen_turn(:viewer) t
                         where t.conversation_id = any (:ids::uuid[]) and t.seq <= :bars order by t.conversation_id, t.seq""")
                .param("viewer", viewer.uuid())
                .param("ids", conversations.toArray(UUID[]::new))
                .param("bars", BARS)
                .query((ResultSet row) -> {
                    Turn turn = Turn.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
                    beats.computeIfAbsent(
                                    new ConversationId(row.getObject("conversation_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(new Beat(turn, row.getInt("word_count")));
                });
        Map<ConversationId, Waveform> drawn = new HashMap<>();
        beats.forEach((id, turns) -> drawn.put(id, Waveform.small(says(viewer, turns), turns)));
        return drawn;
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
