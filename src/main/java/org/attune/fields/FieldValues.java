package org.attune.fields;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ManyIds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the fields of contacts and companies hold: read among those somebody sees, kept by whoever may change them. */
@Component
@Transactional
public class FieldValues {

    /** A value as text, whatever its kind. */
    private static final String AS_TEXT =
            "coalesce(v.words, trim_scale(v.amount)::text, v.day::text, v.yes::text, v.choice_id::text)";

    private final JdbcClient jdbc;

    FieldValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Answers of(Viewer viewer, Holder holder, UUID id) {
        return of(viewer, holder, List.of(id)).getOrDefault(id, Answers.none());
    }

    /** In one statement; who has nothing, or is not seen, is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Answers> of(Viewer viewer, Holder holder, Collection<UUID> ids) {
        Map<UUID, Map<UUID, List<String>>> found = new HashMap<>();
        JdbcClient.StatementSpec statement = jdbc.sql(
                        """
                        select v.%1$s as owner, v.field_id, %2$s as value
                          from %3$s c join %4$s v on v.%1$s = c.id left join custom_field_choice h on h.id = v.choice_id
                         where c.id = any (:ids) order by h.position nulls last, h.folded_name, v.slot""".formatted(holder.column(), AS_TEXT, holder.seen(), holder.table()))
                .param("ids", ManyIds.of(ids));
        (holder == Holder.CONTACT ? statement.param("viewer", viewer.uuid()) : statement).query(row -> {
            found.computeIfAbsent(id(row.getObject("owner", UUID.class)), owner -> new LinkedHashMap<>())
                    .computeIfAbsent(id(row.getObject("field_id", UUID.class)), field -> new ArrayList<>())
                    .add(row.getString("value"));
        });
        Map<UUID, Answers> answers = new HashMap<>();
        found.forEach((owner, values) -> answers.put(owner, new Answers(values)));
        return answers;
    }

    private static UUID id(UUID column) {
        return Objects.requireNonNull(column);
    }

    /**
     * Keeps the answers to the fields that were asked; all others stay as they are. Whoever calls has the contact or the
     * company locked and knows that it may be changed.
     *
     * @return whether anything is another value now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(Holder holder, UUID id, Answers answers) {
        List<UUID> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        answers.values()
                .forEach((field, given) -> given.forEach(value -> {
                    fields.add(field);
                    values.add(value);
                }));
        int gone = without(holder, id, answers, fields, values);
        return written(holder, id, fields, values) + gone > 0;
    }

    private int without(Holder holder, UUID id, Answers answers, List<UUID> fields, List<String> values) {
        if (answers.values().isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        delete from %1$s v where v.%2$s = :id and v.field_id = any (:asked)
                           and not exists (select from unnest(:fields::uuid[], :values::text[]) g(field_id, value)
                                            where g.field_id = v.field_id and (v.field_kind <> 'choices' or g.value = v.choice_id::text))""".formatted(holder.table(), holder.column()))
                .param("id", id)
                .param("asked", answers.values().keySet().toArray(UUID[]::new))
                .param("fields", fields.toArray(UUID[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }

    /** The database itself turns each value into what its field holds, and refuses what that is not. */
    private int written(Holder holder, UUID id, List<UUID> fields, List<String> values) {
        if (fields.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        insert into %1$s as v (%2$s, field_id, field_kind, words, amount, day, yes, choice_id)
                        select :id, f.id, f.kind,
                               case when f.kind in ('text', 'link') then g.value end,
                               case when f.kind = 'number' then g.value::numeric end,
                               case when f.kind = 'day' then g.value::date end,
                               case when f.kind = 'yes_no' then g.value::boolean end,
                               case when f.kind in ('choice', 'choices') then g.value::uuid end
                          from unnest(:fields::uuid[], :values::text[]) g(field_id, value)
                          join custom_field f on f.id = g.field_id and f.holder = :holder
                        on conflict (%2$s, field_id, slot) do update
                           set words = excluded.words, amount = excluded.amount, day = excluded.day, yes = excluded.yes,
                               choice_id = excluded.choice_id
                         where (v.words, v.amount, v.day, v.yes, v.choice_id)
                            is distinct from (excluded.words, excluded.amount, excluded.day, excluded.yes, excluded.choice_id)""".formatted(holder.table(), holder.column()))
                .param("id", id)
                .param("holder", holder.word())
                .param("fields", fields.toArray(UUID[]::new))
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
