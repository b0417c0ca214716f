package org.attune.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of what reasons stand on, finds what a viewer may open: what is private counts, and is not pointed at. */
@Component
class BehindSeen {

    private final JdbcClient jdbc;

    BehindSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> seen(Viewer viewer, Set<Behind> all) {
        return Set.copyOf(jdbc.sql("""
                        select id from seen_conversation(:viewer) where id in (:conversations)
                        union all
                        select id from seen_turn(:viewer) where id in (:turns)
                        union all
                        select p.id from promise p join seen_contact(:viewer) c on c.id = p.contact_id where p.id in (:promises)
                        union all
                        select id from seen_need(:viewer) where id in (:needs)""")
                .param("viewer", viewer.uuid())
                .param("conversations", ids(all, Behind.Kind.CONVERSATION))
                .param("turns", ids(all, Behind.Kind.TURN))
                .param("promises", ids(all, Behind.Kind.PROMISE))
                .param("needs", ids(all, Behind.Kind.NEED))
                .query(UUID.class)
                .list());
    }

    static Reason only(Set<UUID> seen, Reason reason) {
        Behind behind = reason.behind();
        return behind == null || seen.contains(behind.id()) ? reason : reason.without();
    }

    /** Never none, which SQL has no words for. */
    private static List<UUID> ids(Set<Behind> all, Behind.Kind kind) {
        List<UUID> ids = new ArrayList<>(List.of(new UUID(0, 0)));
        all.stream().filter(one -> one.kind() == kind).map(Behind::id).forEach(ids::add);
        return ids;
    }
}
