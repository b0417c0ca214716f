package org.attune.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers a field offers. Who chose one that is retired keeps it; a new name is a new name for everybody. For admins. */
@Component
@Transactional
public class FieldChoices {

    public static final int MOST = 100;

    private static final int LONGEST_NAME = 100;

    private final Fields fields;
    private final JdbcClient jdbc;

    FieldChoices(Fields fields, JdbcClient jdbc) {
        this.fields = fields;
        this.jdbc = jdbc;
    }

    /** Offers one more; the same one under the same id only once. */
    public void add(Viewer viewer, UUID fieldId, UUID id, @Nullable String typed) {
        FieldLock.take(jdbc);
        Field field = chosen(fieldId);
        String name = named(typed);
        FieldChoice before = find(field, id);
        if (before != null) {
            sameAsBefore(before, name);
            return;
        }
        int place = field.offered().size() + 1;
        if (place > MOST) {
            throw new RuleRefused("fields.choice.many", "name", MOST);
        }
        unique(() -> jdbc.sql("""
                        insert into custom_field_choice (id, field_id, kind, name, position)
                        values (:id, :field, :kind, :name, :position)""")
                .param("id", id)
                .param("field", field.id())
                .param("kind", field.kind().word())
                .param("name", name)
                .param("position", place)
                .update());
    }

    private static void sameAsBefore(FieldChoice before, String name) {
        if (!before.name().equals(name)) {
            throw new ChangedMeanwhile(before.name(), name);
        }
    }

    /** @param version the one the form was opened with */
    public void rename(Viewer viewer, UUID fieldId, UUID id, int version, @Nullable String typed) {
        FieldLock.take(jdbc);
        FieldChoice choice = there(chosen(fieldId), id);
        String name = named(typed);
        if (choice.name().equals(name)) {
            return;
        }
        if (choice.version() != version) {
            throw new ChangedMeanwhile(choice.name(), name, choice.version());
        }
        unique(() -> jdbc.sql("update custom_field_choice set name = :name, version = version + 1 where id = :id")
                .param("id", id)
                .param("name", name)
                .update());
    }

    public void place(Viewer viewer, UUID fieldId, UUID id, int place) {
        FieldLock.take(jdbc);
        Field field = chosen(fieldId);
        there(field, id);
        List<UUID> order =
                new ArrayList<>(field.offered().stream().map(FieldChoice::id).toList());
        if (order.remove(id)) {
            order.add(Math.max(0, Math.min(order.size(), place - 1)), id);
            FieldLock.order(jdbc, "custom_field_choice", order);
        }
    }

    public FieldChoice retire(Viewer viewer, UUID fieldId, UUID id) {
        FieldLock.take(jdbc);
        FieldChoice choice = there(chosen(fieldId), id);
        if (!choice.retired()) {
            jdbc.sql("update custom_field_choice set retired_at = now(), position = null where id = :id")
                    .param("id", id)
                    .update();
            FieldLock.order(
                    jdbc,
                    "custom_field_choice",
                    fields.find(fieldId).offered().stream().map(FieldChoice::id).toList());
        }
        return choice;
    }

    /** It is offered again, at the end. */
    public FieldChoice restore(Viewer viewer, UUID fieldId, UUID id) {
        FieldLock.take(jdbc);
        Field field = chosen(fieldId);
        FieldChoice choice = there(field, id);
        if (!choice.retired()) {
            return choice;
        }
        if (field.offered().size() >= MOST) {
            throw new RuleRefused("fields.choice.many", null, MOST);
        }
        jdbc.sql("update custom_field_choice set retired_at = null, position = :position where id = :id")
                .param("id", id)
                .param("position", field.offered().size() + 1)
                .update();
        return choice;
    }

    public FieldChoice find(UUID fieldId, UUID id) {
        return there(chosen(fieldId), id);
    }

    private Field chosen(UUID id) {
        Field field = fields.find(id);
        if (!field.kind().isChosen()) {
            throw new NotSeen("choices of field " + id);
        }
        return field;
    }

    private static @Nullable FieldChoice find(Field field, UUID id) {
        return field.choices().stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static FieldChoice there(Field field, UUID id) {
        FieldChoice choice = find(field, id);
        if (choice == null) {
            throw new NotSeen("choice " + id);
        }
        return choice;
    }

    private static void unique(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("fields.choice.taken", "name");
        }
    }

    private static String named(@Nullable String typed) {
        String name = PlainText.line(typed);
        if (!PlainText.saysSomething(name)) {
            throw new RuleRefused("fields.choice.missing", "name");
        }
        if (PlainText.length(name) > LONGEST_NAME) {
            throw new RuleRefused("fields.choice.long", "name", LONGEST_NAME);
        }
        return name;
    }
}
