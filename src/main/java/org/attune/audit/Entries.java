package org.attune.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trail, read: all of it for admins, that of one record for those who see the record. */
@Component
@Transactional(readOnly = true)
public class Entries {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final EntryRows rows;

    Entries(JdbcClient jdbc, EntryRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The newest first. Whoever calls has seen to it that the viewer is an admin. */
    public KeysetPage<EntryView> page(Viewer viewer, EntryFilter filter, @Nullable String after) {
        return page(viewer, filter, after, PAGE);
    }

    public KeysetPage<EntryView> page(Viewer viewer, EntryFilter filter, @Nullable String after, int size) {
        EntryKey key = EntryKey.parse(after);
        Map<String, Object> params = new HashMap<>();
        String conditions = String.join(" and ", conditions(filter, params));
        params.put("viewer", viewer.uuid());
        params.put("at", Timestamp.from(key.at()));
        params.put("id", key.id());
        params.put("most", size + 1);
        List<EntryView> found = jdbc.sql("with page as (select e.* from audit_entry e where " + conditions
                        + " order by e.at desc, e.id desc limit :most) " + EntryRows.WITH_VALUES)
                .params(params)
                .query(rows::entry)
                .list();
        return KeysetPage.of(found, size, EntryKey::of);
    }

    private static List<String> conditions(EntryFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>(List.of("(e.at, e.id) < (:at, :id)"));
        add(conditions, params, "e.actor = :person", "person", filter.person());
        add(conditions, params, "e.kind = :kind", "kind", filter.kind());
        add(conditions, params, "e.at >= :from", "from", moment(filter.from()));
        add(conditions, params, "e.at < :until", "until", moment(filter.until()));
        if (filter.record() != null) {
            add(conditions, params, "(e.about_id = :record or e.record = :key)", "record", filter.record());
            params.put("key", filter.record().toString());
        }
        if (filter.byItself()) {
            conditions.add("e.actor is null and e.how = 'self'");
        }
        for (int n = 0; n < filter.words().size(); n++) {
            conditions.add(meaning(n, filter.words().get(n), params));
        }
        return conditions;
    }

    private static String meaning(int n, EntryFilter.Meaning word, Map<String, Object> params) {
        params.put("d" + n, word.deeds().toArray(String[]::new));
        params.put("k" + n, word.kinds().toArray(String[]::new));
        params.put("c" + n, word.columns().toArray(String[]::new));
        return "(e.deed = any (:d%1$d) or e.kind = any (:k%1$d) or e.columns && :c%1$d::text[])".formatted(n);
    }

    private static @Nullable Timestamp moment(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> params,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    /**
     * What became of one record.
     *
     * @throws NotSeen where the viewer does not see it
     */
    public KeysetPage<EntryView> history(Viewer viewer, HistoryOf kind, UUID record, @Nullable String after) {
        boolean seen = jdbc.sql("select exists (select from " + kind.seen() + "(:viewer) r where r.id = :record)")
                .param("viewer", viewer.uuid())
                .param("record", record)
                .query(Boolean.class)
                .single();
        if (!seen) {
            throw new NotSeen(kind + " " + record);
        }
        return page(viewer, EntryFilter.about(record), after);
    }

    /**
     * The names of what entries mention, as far as the viewer may know them, a conversation's being its moment
     * and a turn's its words; one statement for a whole page.
     */
    public Map<UUID, String> names(Viewer viewer, Collection<EntryView> entries) {
        Set<UUID> ids = new LinkedHashSet<>();
        entries.forEach(entry -> mentioned(entry, ids));
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        select id, name from app_user where id = any (:ids)
                        union all select id, name from team where id = any (:ids)
                        union all select id, name from company where id = any (:ids)
                        union all select id, name from theme where id = any (:ids)
                        union all select id, name from custom_field where id = any (:ids)
                        union all select id, name from custom_field_choice where id = any (:ids)
                        union all select id, name from seen_contact(:viewer) where id = any (:ids)
                        union all select id, to_char(coalesce(happened_at, planned_for) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"')
                          from seen_conversation(:viewer) where id = any (:ids)
                        union all select id, left(words, 80) from seen_turn(:viewer) where id = any (:ids)
                        union all select id, title from seen_need(:viewer) where id = any (:ids)
                        union all select id, title from seen_offer(:viewer) where id = any (:ids)""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("viewer", viewer.uuid())
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }

    private static void mentioned(EntryView entry, Set<UUID> ids) {
        if (entry.actor() != null) {
            ids.add(entry.actor());
        }
        if (entry.aboutId() != null) {
            ids.add(entry.aboutId());
        }
        Mentioned.in(entry.record()).ifPresent(ids::add);
        entry.ownField().ifPresent(ids::add);
        entry.before().values().forEach(value -> Mentioned.in(value).ifPresent(ids::add));
        entry.after().values().forEach(value -> Mentioned.in(value).ifPresent(ids::add));
    }

    /** Everybody there is or was, to choose from. */
    public List<Who> people() {
        return jdbc.sql("select id, name from app_user order by folded(name), id")
                .query(Who.class)
                .list();
    }

    public record Who(UUID id, String name) {}

    /** What changes can be about: the tables on the trail. */
    public List<String> kinds() {
        return jdbc.sql("select relation from audit_plan where why_not is null order by relation")
                .query(String.class)
                .list();
    }

    /** What their columns are called. */
    public List<String> columns() {
        return jdbc.sql("""
                        select distinct a.attname::text from pg_attribute a join audit_plan p on a.attrelid = to_regclass(p.relation)
                         where p.why_not is null and a.attnum > 0 and not a.attisdropped order by 1""").query(String.class).list();
    }
}
