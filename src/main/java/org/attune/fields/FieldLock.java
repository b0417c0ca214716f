package org.attune.fields;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two admins who arrange fields at once take turns, until the transaction ends. */
final class FieldLock {

    private FieldLock() {}

    static void take(JdbcClient jdbc) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('custom_field', 0))")
                .query(Integer.class)
                .single();
    }

    /** Numbers them anew; only rows whose place changes are written. */
    static void order(JdbcClient jdbc, String table, List<UUID> ids) {
        jdbc.sql("""
                        update %s t set position = o.place from unnest(:ids::uuid[]) with ordinality o(id, place)
                         where t.id = o.id and t.position is distinct from o.place""".formatted(table)).param("ids", ids.toArray(UUID[]::new)).update();
    }
}
