package org.attune.needs;

import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard, among the turns somebody may read, and which of it is about a need. */
@Component
class HeardTurns {

    private final JdbcClient jdbc;

    HeardTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    HeardTurn seen(Viewer viewer, TurnId turn) {
        return jdbc.sql("""
                        select t.id, t.speaker_id, t.words from seen_turn(:viewer) t where t.id = :turn and t.kind = 'heard'
                        """)
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query((row, n) -> new HeardTurn(
                        turn,
                        new ContactId(Objects.requireNonNull(row.getObject("speaker_id", UUID.class))),
                        row.getString("words")))
                .optional()
                .orElseThrow(() -> new NotSeen("turn " + turn.value()));
    }

    /** One of our own turns, which said something to them. */
    void mustBeOurs(Viewer viewer, TurnId turn) {
        jdbc.sql("select 1 from seen_turn(:viewer) t where t.id = :turn and t.kind <> 'heard'")
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotSeen("turn " + turn.value()));
    }

    /**
     * Links what stands behind a cost, an agreement or a yes, unless it is linked already.
     *
     * @param field where the form named the turn
     */
    void stand(Viewer viewer, NeedId need, TurnId turn, String field) {
        HeardTurn heard = seen(viewer, turn);
        mustBePerson(need, heard, field);
        if (!link(need, heard, false, null, viewer.id())) {
            keep(need, turn);
        }
    }

    /** What was inherited with an answer, and goes with it, becomes a link of its own. */
    private void keep(NeedId need, TurnId heard) {
        jdbc.sql("""
                        update need_turn set inherited_question = null
                         where need_id = :need and heard_id = :heard and inherited_question is not null
                        """).param("need", need.value()).param("heard", heard.value()).update();
    }

    void mustBePerson(NeedId need, HeardTurn heard, String field) {
        boolean person = jdbc.sql("""
                        select exists (select from need_person where need_id = :need and contact_id = :speaker)
                        """)
                .param("need", need.value())
                .param("speaker", heard.speaker().value())
                .query(Boolean.class)
                .single();
        if (!person) {
            throw new RuleRefused("needs.turn.not-of-its-people", field);
        }
    }

    /** @return whether it was not linked before */
    boolean link(NeedId need, HeardTurn heard, boolean states, @Nullable String excerpt, UserId by) {
        return jdbc.sql("""
                        insert into need_turn (need_id, heard_id, speaker_id, states, excerpt, linked_by)
                        values (:need, :heard, :speaker, :states, :excerpt, :by)
                        on conflict (need_id, heard_id) do nothing
                        """)
                        .param("need", need.value())
                        .param("heard", heard.id().value())
                        .param("speaker", heard.speaker().value())
                        .param("states", states)
                        .param("excerpt", excerpt)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Says it better of what is linked already; what an offer stands on keeps its words. */
    void relink(NeedId need, TurnId heard, boolean states, @Nullable String excerpt) {
        jdbc.sql("""
                        update need_turn
                           set states = :states,
                               inherited_question = null,
                               excerpt = case when exists (select from evidence e where e.turn_id = heard_id) then excerpt
                                              else :excerpt end
                         where need_id = :need and heard_id = :heard
                        """)
                .param("states", states)
                .param("excerpt", excerpt)
                .param("need", need.value())
                .param("heard", heard.value())
                .update();
    }

    void unlink(NeedId need, TurnId heard) {
        jdbc.sql("delete from need_turn where need_id = :need and heard_id = :heard")
                .param("need", need.value())
                .param("heard", heard.value())
                .update();
    }

    /** Whether the need would still be said somewhere without this turn. */
    boolean statedElsewhere(NeedId need, TurnId heard) {
        return jdbc.sql("""
                        select exists (select from need_turn where need_id = :need and states and heard_id <> :heard)
                        """)
                .param("need", need.value())
                .param("heard", heard.value())
                .query(Boolean.class)
                .single();
    }

    boolean states(NeedId need, TurnId heard) {
        return jdbc.sql("""
                        select exists (select from need_turn where need_id = :need and heard_id = :heard and states)
                        """)
                .param("need", need.value())
                .param("heard", heard.value())
                .query(Boolean.class)
                .single();
    }
}
