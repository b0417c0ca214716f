package org.attune.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries; which values may be read with them is part of the query. */
@Component
class EntryRows {

    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};

    /** Takes the entries from a query called {@code page}, with their values where the viewer sees whom they are about. */
    static final String WITH_VALUES = """
            select p.*, r.erased_at, v.entry_id is not null and not s.seen and v.erasure_id is null as masked,
                   case when s.seen then v.before end as before, case when s.seen then v.after end as after
              from page p
              left join audit_value v on v.entry_id = p.id
              left join erasure r on r.id = v.erasure_id
              cross join lateral (select case
                when not coalesce(v.personal, false) then true
                when p.about_kind = 'contact' then exists (select from seen_contact(:viewer) c where c.id = p.about_id)
                when p.about_kind = 'need' then exists (select from seen_need(:viewer) n where n.id = p.about_id)
                when p.about_kind = 'offer' then exists (select from seen_offer(:viewer) o where o.id = p.about_id)
                when p.about_kind = 'turn' then exists (select from seen_turn(:viewer) t where t.id = p.about_id)
                when p.about_kind = 'conversation'
                  then exists (select from seen_conversation(:viewer) k where k.id = p.about_id)
                else false end as seen) s
             order by p.at desc, p.id desc""";

    private final JsonMapper json;

    EntryRows(JsonMapper json) {
        this.json = json;
    }

    EntryView entry(ResultSet row, int n) throws SQLException {
        Timestamp erased = row.getTimestamp("erased_at");
        return new EntryView(
                Objects.requireNonNull(uuid(row, "id")),
                instant(row, "at"),
                uuid(row, "actor"),
                row.getString("how"),
                row.getString("request"),
                row.getString("address"),
                row.getString("agent"),
                row.getString("deed"),
                row.getString("kind"),
                row.getString("record"),
                row.getString("about_kind"),
                uuid(row, "about_id"),
                strings(row.getArray("columns")),
                row.getBoolean("masked"),
                erased == null ? null : erased.toInstant(),
                values(row.getString("before")),
                values(row.getString("after")));
    }

    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : Collections.unmodifiableMap(json.readValue(text, VALUES));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
