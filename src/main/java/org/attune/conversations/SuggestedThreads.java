package org.attune.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.platform.ManyIds;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was heard and may be worth following up: it sounds like more, and nobody has asked on, answered it, made it a
 * thread or waved it away. Only a person opens a thread.
 */
@Component
@Transactional
public class SuggestedThreads {

    private final JdbcClient jdbc;
    private final TurnRows turns;

    SuggestedThreads(JdbcClient jdbc, TurnRows turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    /** Those of these turns. Their own questions are left out: that they wait is said already. At most one statement. */
    @Transactional(readOnly = true)
    public Set<TurnId> among(Collection<TurnView> shown) {
        List<UUID> ids = shown.stream()
                .filter(turn -> turn.kind() == TurnKind.HEARD
                        && turn.exactness() != Exactness.DID
                        && !turn.marks().contains(Mark.THEIR_QUESTION))
                .filter(turn -> WorthFollowing.sounds(turn.words()))
                .map(turn -> turn.id().value())
                .toList();
        if (ids.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                        select t.id from turn t
                         where t.id = any (:ids::uuid[])
                           and not exists (select from open_thread o where o.turn_id = t.id)
                           and not exists (select from thread_refused x where x.turn_id = t.id)
                           and not exists (select from reply r where r.heard_id = t.id)
                           and not exists (select from turn f where f.follows_id = t.id)""").param("ids", ManyIds.of(ids)).query((row, n) -> Rows.turn(row, "id")).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Nobody wants to follow this up; it is not suggested again, and can still be made a thread. */
    public void wave(Viewer viewer, TurnId turn) {
        if (!turns.seen(viewer, turn).kind().isTheirs()) {
            throw new RuleRefused("conversations.thread.only-from-heard");
        }
        jdbc.sql("insert into thread_refused (turn_id, refused_by) values (:turn, :by) on conflict do nothing")
                .param("turn", turn.value())
                .param("by", viewer.uuid())
                .update();
    }
}
