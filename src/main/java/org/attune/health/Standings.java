package org.attune.health;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps where relationships stand ready for dashboards, a row for each and sums of them. The database says what belongs there and adds
 * up what changes; here is only said when: once health is kept, whose lock holds everybody else back.
 */
@Component
class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Collection<UUID> contacts) {
        if (!contacts.isEmpty()) {
            jdbc.sql("select keep_standing(:ids)")
                    .param("ids", contacts.toArray(UUID[]::new))
                    .query((row, n) -> n)
                    .list();
        }
    }

    /** What was added to the sums since goes into them, so that few rows are to be read. */
    void settle() {
        jdbc.sql("select settle_tally()").query((row, n) -> n).list();
    }

    /** Anew from what they are sums of. */
    void recount() {
        jdbc.sql("select recount_tally()").query((row, n) -> n).list();
    }
}
