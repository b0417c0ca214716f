package org.attune.listening;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Mark;
import org.attune.conversations.Marks;
import org.attune.conversations.TurnId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks that Attune suggests on turns of ours, and what whoever had the conversation says to them. What waits for an answer counts
 * nowhere; once nothing waits any more, what is not marked was not so.
 */
@Component
@Transactional
public class SuggestedMarks {

    private static final Set<Mark> SUGGESTED = EnumSet.of(Mark.ACKNOWLEDGED, Mark.PUSHED, Mark.PLAYED_BACK);

    private final JdbcClient jdbc;
    private final Marks marks;
    private final Measures measures;
    private final ReadTurns turns;
    private final Clock clock;

    SuggestedMarks(JdbcClient jdbc, Marks marks, Measures measures, ReadTurns turns, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.measures = measures;
        this.turns = turns;
        this.clock = clock;
    }

    private record Ours(ConversationId conversation, boolean over) {}

    /**
     * Says whether a mark is right; saying it again changes nothing.
     *
     * @return the conversation
     * @throws NotSeen where it is not a turn of ours in a conversation of the viewer's own
     */
    public ConversationId say(Viewer viewer, TurnId turn, Mark mark, Verdict verdict) {
        Ours ours = ours(viewer, turn, mark);
        switch (verdict) {
            case YES -> {
                forgetRefusal(turn, mark);
                marks.confirm(viewer, turn, mark);
            }
            case NO -> {
                marks.unmark(viewer, turn, mark);
                refuse(viewer, turn, mark);
            }
            case OPEN -> {
                marks.unmark(viewer, turn, mark);
                forgetRefusal(turn, mark);
                notGoneThrough(ours.conversation());
            }
        }
        if (ours.over() && verdict != Verdict.OPEN && nothingWaits(viewer, ours.conversation())) {
            gone(viewer, ours.conversation());
        }
        measures.anew(ours.conversation());
        return ours.conversation();
    }

    /**
     * Nothing else is to be marked: what is not marked was not so.
     *
     * @throws RuleRefused while it goes on, and while a suggestion waits
     */
    public void goThrough(Viewer viewer, ConversationId conversation) {
        boolean over = jdbc.sql("""
                        select v.state in ('closed', 'broke_off', 'not_closed') as over from seen_conversation(:viewer) v
                         where v.id = :id and v.owner_id = :viewer""")
                .param("viewer", viewer.uuid())
                .param("id", conversation.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotSeen("conversation " + conversation.value()));
        if (!over) {
            throw new RuleRefused("listening.marks.goes-on");
        }
        if (!nothingWaits(viewer, conversation)) {
            throw new RuleRefused("listening.marks.waiting");
        }
        gone(viewer, conversation);
        measures.anew(conversation);
    }

    private boolean nothingWaits(Viewer viewer, ConversationId conversation) {
        return ReadTurns.suggestions(conversation, turns.of(viewer, conversation))
                .isEmpty();
    }

    private Ours ours(Viewer viewer, TurnId turn, Mark mark) {
        if (!SUGGESTED.contains(mark)) {
            throw new NotSeen("mark that is not suggested");
        }
        return jdbc.sql("""
                        select t.conversation_id, v.state in ('closed', 'broke_off', 'not_closed') as over
                          from seen_turn(:viewer) t join conversation v on v.id = t.conversation_id and v.owner_id = :viewer
                         where t.id = :turn and t.kind <> 'heard'""")
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query((row, n) -> new Ours(
                        new ConversationId(Objects.requireNonNull(row.getObject("conversation_id", UUID.class))),
                        row.getBoolean("over")))
                .optional()
                .orElseThrow(() -> new NotSeen("turn " + turn.value()));
    }

    private void refuse(Viewer viewer, TurnId turn, Mark mark) {
        jdbc.sql("""
                        insert into mark_refused (turn_id, kind, refused_by, refused_at)
                        values (:turn, :kind, :by, :at) on conflict do nothing""")
                .param("turn", turn.value())
                .param("kind", word(mark))
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private void forgetRefusal(TurnId turn, Mark mark) {
        jdbc.sql("delete from mark_refused where turn_id = :turn and kind = :kind")
                .param("turn", turn.value())
                .param("kind", word(mark))
                .update();
    }

    private void gone(Viewer viewer, ConversationId conversation) {
        jdbc.sql("""
                        insert into marks_gone_through (conversation_id, gone_by, gone_at)
                        values (:id, :by, :at) on conflict do nothing""")
                .param("id", conversation.value())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private void notGoneThrough(ConversationId conversation) {
        jdbc.sql("delete from marks_gone_through where conversation_id = :id")
                .param("id", conversation.value())
                .update();
    }

    private static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
