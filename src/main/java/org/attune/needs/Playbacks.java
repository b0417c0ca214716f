package org.attune.needs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A need summed up to them, and their answer: a yes confirms it, "not quite" reopens it; every text is kept. */
@Component
@Transactional
public class Playbacks {

    private static final int TEXT = 5000;

    private final NeedStore store;
    private final HeardTurns turns;
    private final NeedProgress progress;
    private final JdbcClient jdbc;
    private final Clock clock;

    Playbacks(NeedStore store, HeardTurns turns, NeedProgress progress, JdbcClient jdbc, Clock clock) {
        this.store = store;
        this.turns = turns;
        this.progress = progress;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes what was played back and what they answered. The same command twice is one playback. */
    public void playBack(Viewer viewer, PlayBack command) {
        Need need = store.seen(viewer, command.need());
        mustFit(command.text());
        PlayBack before = find(command.id());
        if (before != null) {
            same(before, command);
            return;
        }
        need.mustBeOpen();
        if (command.playbackTurn() != null) {
            turns.mustBeOurs(viewer, command.playbackTurn());
        }
        turns.stand(viewer, need.id(), command.answer(), "answer");
        insert(viewer, command);
        progress.follow(need, viewer.id());
    }

    private static void mustFit(String text) {
        if (text.isEmpty()) {
            throw new RuleRefused("needs.playback.text-missing", "text");
        }
        if (text.length() > TEXT) {
            throw new RuleRefused("needs.playback.text-too-long", "text");
        }
    }

    private static void same(PlayBack before, PlayBack command) {
        if (!before.need().equals(command.need())) {
            throw new NotSeen("playback");
        }
        if (!before.equals(command)) {
            throw new ChangedMeanwhile(before.text(), command.text());
        }
    }

    private @Nullable PlayBack find(UUID id) {
        return jdbc.sql("""
                        select need_id, played_back, playback_turn, answer_turn, verdict from need_confirmation where id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new PlayBack(
                        id,
                        new NeedId(Objects.requireNonNull(row.getObject("need_id", UUID.class))),
                        row.getString("played_back"),
                        NeedRows.turn(row, "playback_turn"),
                        new TurnId(Objects.requireNonNull(row.getObject("answer_turn", UUID.class))),
                        NeedWords.in(Verdict.class, row.getString("verdict"))))
                .optional()
                .orElse(null);
    }

    private void insert(Viewer viewer, PlayBack command) {
        jdbc.sql("""
                        insert into need_confirmation
                               (id, need_id, played_back, playback_turn, answer_turn, verdict, noted_by, noted_at)
                        values (:id, :need, :text, :playback, :answer, :verdict, :by, :at)
                        """)
                .param("id", command.id())
                .param("need", command.need().value())
                .param("text", command.text())
                .param("playback", NeedRows.value(command.playbackTurn()))
                .param("answer", command.answer().value())
                .param("verdict", NeedWords.word(command.verdict()))
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
