package org.attune.conversations;

import java.util.Collection;
import java.util.Set;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns become evidence: from then on PostgreSQL refuses to reword, re-kind or delete them. */
@Component
@Transactional
public class Evidence {

    private final JdbcClient jdbc;

    Evidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Seals turns as they are worded now, in the transaction that records what stands on them. The rows are locked before
     * their seal is read, so that nobody rewords them in between; turns that are evidence already stay so.
     *
     * @throws NotSeen where the viewer may not read one of them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seal(Viewer viewer, Collection<TurnId> turns) {
        Set<TurnId> distinct = Set.copyOf(turns);
        if (distinct.isEmpty()) {
            return;
        }
        int locked = jdbc.sql("""
                        select t.id from turn t
                         where t.id in (:ids) and exists (select from seen_turn(:viewer) s where s.id = t.id)
                         order by t.id for key share of t""")
                .param("viewer", viewer.uuid())
                .param("ids", Rows.turns(distinct))
                .query((row, n) -> Rows.turn(row, "id"))
                .list()
                .size();
        if (locked != distinct.size()) {
            throw new NotSeen("turn to stand on");
        }
        jdbc.sql("""
                        insert into evidence (turn_id, seal, kind, exactness)
                        select t.id, t.seal, t.kind, t.exactness from turn t where t.id in (:ids) order by t.id
                        on conflict (turn_id) do nothing""").param("ids", Rows.turns(distinct)).update();
    }

    /** Whether something stands on this turn. */
    @Transactional(readOnly = true)
    public boolean isEvidence(TurnId turn) {
        return jdbc.sql("select exists (select from evidence where turn_id = :turn)")
                .param("turn", turn.value())
                .query(Boolean.class)
                .single();
    }
}
