package org.attune.platform;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts on the trail what changes no row: signing in and out, reading, exporting. Every change of a row is written there by the
 * database itself.
 */
@Component
public class Trail {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public Trail(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void note(Deed deed) {
        note(deed, Acting.current().map(Acting::user).orElse(null));
    }

    /** @param user who did it, where that is not yet known of the request, or no longer */
    public void note(Deed deed, @Nullable UUID user) {
        Acting from = Acting.current().orElse(null);
        jdbc.sql("""
                        select audit_deed(:deed, :kind, :record, :aboutKind, :about, :actor, :how, :request, :address, :agent,
                                          :details::jsonb)""")
                .param("deed", deed.done().name().toLowerCase(Locale.ROOT))
                .param("kind", deed.kind())
                .param("record", deed.about() == null ? null : deed.about().toString())
                .param("aboutKind", deed.about() == null ? null : deed.kind())
                .param("about", deed.about())
                .param("actor", user)
                .param("how", from == null ? "self" : "page")
                .param("request", from == null ? null : from.request())
                .param("address", from == null ? null : from.address())
                .param("agent", from == null ? null : from.agent())
                .param("details", details(deed.details()))
                .query(row -> {});
    }

    private @Nullable String details(Map<String, Object> details) {
        return details.isEmpty() ? null : json.writeValueAsString(details);
    }
}
