package org.attune.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the organisation's own fields hold, when two contacts are merged. The absorbed contact keeps its values, as it keeps its
 * name; the kept one is given those that were chosen, and of several choices all. Undoing takes back what is still so.
 */
@Component
class FieldsFollowMerge implements FollowsMerge {

    private static final String GIVEN = "contact_field_value";

    private static final String STILL_SO = """

             where a.contact_id = :absorbed and a.field_id = :field and a.slot = :slot
               and k.contact_id = :kept and k.field_id = a.field_id and k.slot = a.slot
               and (k.words, k.amount, k.day, k.yes, k.choice_id) is not distinct from (a.words, a.amount, a.day, a.yes, a.choice_id)
               and (:before::text is null or k.slot = a.slot)""";

    private static final String PUT_BACK = """
            update contact_field_value k
               set words = b.words, amount = b.amount, day = b.day, yes = b.yes, choice_id = b.choice_id
              from contact_field_value a, jsonb_populate_record(null::contact_field_value, :before::jsonb) b""" + STILL_SO;

    private static final String TAKEN_AWAY = "delete from contact_field_value k using contact_field_value a" + STILL_SO;

    private final JdbcClient jdbc;

    FieldsFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several choices both have the kept contact has all. */
    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return jdbc.sql("""
                        insert into contact_field_value (contact_id, field_id, field_kind, choice_id)
                        select :kept, v.field_id, v.field_kind, v.choice_id from contact_field_value v
                         where v.contact_id = :absorbed and v.field_kind = 'choices'
                        on conflict do nothing returning field_id, slot""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query((row, n) -> new MovedRow(
                        GIVEN,
                        Map.of(
                                "field_id", row.getObject("field_id", UUID.class),
                                "slot", row.getObject("slot", UUID.class))))
                .list();
    }

    /** Gives the kept contact what the absorbed one has, and remembers what it had. */
    List<MovedRow> takeOver(ContactId absorbed, ContactId kept, Set<UUID> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        List<MovedRow> taken = new ArrayList<>();
        jdbc.sql("""
                        select v.field_id, v.slot,
                               (select to_jsonb(k)::text from contact_field_value k
                                 where k.contact_id = :kept and k.field_id = v.field_id and k.slot = v.slot) as before
                          from contact_field_value v
                         where v.contact_id = :absorbed and v.field_id in (:fields) and v.field_kind <> 'choices'
                         order by v.field_id""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .param("fields", fields)
                .query(row -> {
                    Map<String, Object> key = new HashMap<>();
                    key.put("field_id", row.getObject("field_id", UUID.class));
                    key.put("slot", row.getObject("slot", UUID.class));
                    String before = row.getString("before");
                    if (before != null) {
                        key.put("before", before);
                    }
                    taken.add(new MovedRow(GIVEN, key));
                });
        taken.forEach(row -> copy(absorbed, kept, row.uuid("slot")));
        return taken;
    }

    private void copy(ContactId from, ContactId to, UUID slot) {
        jdbc.sql("""
                        insert into contact_field_value (contact_id, field_id, field_kind, words, amount, day, yes, choice_id)
                        select :to, field_id, field_kind, words, amount, day, yes, choice_id from contact_field_value
                         where contact_id = :from and slot = :slot
                        on conflict (contact_id, field_id, slot) do update
                           set words = excluded.words, amount = excluded.amount, day = excluded.day, yes = excluded.yes,
                               choice_id = excluded.choice_id""")
                .param("from", from.value())
                .param("to", to.value())
                .param("slot", slot)
                .update();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        rows.stream().filter(row -> row.isOf(GIVEN)).forEach(row -> back(absorbed, kept, row));
    }

    /** Only what is still as it was taken over: what somebody has written since is theirs. */
    private void back(ContactId absorbed, ContactId kept, MovedRow row) {
        boolean hadOne = row.key().containsKey("before");
        jdbc.sql(hadOne ? PUT_BACK : TAKEN_AWAY)
                .param("before", hadOne ? row.text("before") : null)
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("field", row.uuid("field_id"))
                .param("slot", row.uuid("slot"))
                .update();
    }
}
