package org.attune.health;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ManyIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of what reasons stand on, finds what a viewer may open: what is private counts, and is not pointed at. */
@Component
class BehindSeen {

    private final JdbcClient jdbc;

    BehindSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where each of them is read; a turn in the midst of its conversation. */
    Map<UUID, String> seen(Viewer viewer, Set<Behind> all) {
        Map<UUID, String> links = new HashMap<>();
        jdbc.sql("""
                        select v.id, '/conversations/' || v.id as link from seen_conversation(:viewer) v
                         where v.id = any (:conversations::uuid[])
                        union all
                        select t.id, '/conversations/' || t.conversation_id || '#t' || t.seq from seen_turn(:viewer) t
                         where t.id = any (:turns::uuid[])
                        union all
                        select p.id, '/promises/' || p.id from promise p join seen_contact(:viewer) c on c.id = p.contact_id
                         where p.id = any (:promises::uuid[])
                        union all
                        select n.id, '/needs/' || n.id from seen_need(:viewer) n where n.id = any (:needs::uuid[])""")
                .param("viewer", viewer.uuid())
                .param("conversations", ids(all, Behind.Kind.CONVERSATION))
                .param("turns", ids(all, Behind.Kind.TURN))
                .param("promises", ids(all, Behind.Kind.PROMISE))
                .param("needs", ids(all, Behind.Kind.NEED))
                .query(row -> {
                    links.put(row.getObject("id", UUID.class), row.getString("link"));
                });
        return links;
    }

    static Reason only(Set<UUID> seen, Reason reason) {
        Behind behind = reason.behind();
        return behind == null || seen.contains(behind.id()) ? reason : reason.without();
    }

    private static UUID[] ids(Set<Behind> all, Behind.Kind kind) {
        return ManyIds.of(
                all.stream().filter(one -> one.kind() == kind).map(Behind::id).toList());
    }
}
