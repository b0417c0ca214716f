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

/** The fields of an organisation's own: what there is to know, in which order, and what becomes of it. For admins. */
@Component
@Transactional
public class Fields {

    /** As many as a form can show and somebody can fill in. */
    public static final int MOST = 60;

    /** More columns would leave no room for what somebody said. */
    public static final int MOST_LISTED = 4;

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_HINT = 200;

    private final FieldRows rows;
    private final FieldWords words;
    private final JdbcClient jdbc;

    Fields(FieldRows rows, FieldWords words, JdbcClient jdbc) {
        this.rows = rows;
        this.words = words;
        this.jdbc = jdbc;
    }

    /** All of them, those of contacts first; retired ones come last. */
    @Transactional(readOnly = true)
    public List<Field> all() {
        return rows.all();
    }

    /** Those of one kind of record; retired ones come last. */
    @Transactional(readOnly = true)
    public List<Field> of(Holder holder) {
        return rows.of(holder);
    }

    /** Those that forms ask for. */
    @Transactional(readOnly = true)
    public List<Field> asked(Holder holder) {
        return of(holder).stream().filter(field -> !field.retired()).toList();
    }

    @Transactional(readOnly = true)
    public Field find(UUID id) {
        return rows.find(id).stream().findFirst().orElseThrow(() -> new NotSeen("field " + id));
    }

    /** In numbers, whom a field concerns. */
    @Transactional(readOnly = true)
    public FieldUse use(Field field) {
        return jdbc.sql("""
                        select count(*) filter (where v.owner is not null) as having, count(*) as all,
                               (select count(*) from %1$s where field_id = :field) as values
                          from %2$s c left join (select distinct %3$s as owner from %1$s where field_id = :field) v on v.owner = c.id
                         where c.archived_at is null %4$s""".formatted(
                        field.holder().table(),
                        field.holder().word(),
                        field.holder().column(),
                        field.holder() == Holder.CONTACT ? "and c.merged_into is null and c.erasure_id is null" : ""))
                .param("field", field.id())
                .query(FieldUse.class)
                .single();
    }

    /**
     * Adds a field at the end; the same one under the same id only once.
     *
     * @throws RuleRefused where its name is missing, too long or taken, or there are too many
     */
    public UUID add(Viewer viewer, NewField field) {
        FieldLock.take(jdbc);
        String name = named(field.name());
        Field before = rows.find(field.id()).stream().findFirst().orElse(null);
        if (before != null) {
            sameAsBefore(before, field, name);
            return field.id();
        }
        int place = asked(field.holder()).size() + 1;
        if (place > MOST) {
            throw new RuleRefused("fields.many", "name", MOST);
        }
        unique(() -> jdbc.sql("""
                        insert into custom_field (id, holder, kind, name, position, created_by)
                        values (:id, :holder, :kind, :name, :position, :by)""")
                .param("id", field.id())
                .param("holder", field.holder().word())
                .param("kind", field.kind().word())
                .param("name", name)
                .param("position", place)
                .param("by", viewer.uuid())
                .update());
        return field.id();
    }

    private static void sameAsBefore(Field before, NewField field, String name) {
        if (!before.name().equals(name) || before.kind() != field.kind() || before.holder() != field.holder()) {
            throw new ChangedMeanwhile(before.name(), name);
        }
    }

    /**
     * Describes a field anew. That it is required from now on moves nobody: who lacks it is asked the next time somebody
     * edits them.
     *
     * @throws ChangedMeanwhile where somebody described it since the form was opened
     * @throws RuleRefused where something about it cannot be so
     */
    public void change(Viewer viewer, ChangeField change) {
        FieldLock.take(jdbc);
        Field now = find(change.id());
        Field wanted = described(now, change);
        if (wanted.equals(now)) {
            return;
        }
        if (now.version() != change.version()) {
            throw new ChangedMeanwhile(words.described(now), words.described(wanted), now.version());
        }
        checkListed(now, wanted);
        if (wanted.kind() != now.kind()) {
            turnInto(now, wanted.kind());
        }
        unique(() -> jdbc.sql("""
                        update custom_field set kind = :kind, name = :name, hint = :hint, required = :required, listed = :listed,
                               searched = :searched, version = version + 1 where id = :id""")
                .param("id", now.id())
                .param("kind", wanted.kind().word())
                .param("name", wanted.name())
                .param("hint", wanted.hint())
                .param("required", wanted.required())
                .param("listed", wanted.listed())
                .param("searched", wanted.searched())
                .update());
    }

    private static Field described(Field now, ChangeField change) {
        String hint = PlainText.lineOrNothing(change.hint());
        if (hint != null && PlainText.length(hint) > LONGEST_HINT) {
            throw new RuleRefused("fields.hint.long", "hint", LONGEST_HINT);
        }
        return new Field(
                now.id(),
                now.holder(),
                change.kind(),
                named(change.name()),
                hint,
                change.required(),
                change.listed(),
                change.searched() && change.kind().isWords(),
                now.retired(),
                now.version(),
                now.choices());
    }

    private void checkListed(Field now, Field wanted) {
        boolean full = asked(now.holder()).stream()
                        .filter(field -> field.listed() && !field.id().equals(now.id()))
                        .count()
                >= MOST_LISTED;
        if (wanted.listed() && !now.retired() && full) {
            throw new RuleRefused("fields.listed.many", "listed", MOST_LISTED);
        }
    }

    /** Only as long as nothing is kept in it: the key of the values holds the kind, too. */
    private void turnInto(Field field, FieldKind kind) {
        if (use(field).values() > 0) {
            throw new RuleRefused("fields.kind.stays", "kind");
        }
        if (!kind.isChosen()) {
            jdbc.sql("delete from custom_field_choice where field_id = :field")
                    .param("field", field.id())
                    .update();
        }
    }

    /** Puts a field at a place among those of its kind of record; places there are not mean the first or the last. */
    public Field place(Viewer viewer, UUID id, int place) {
        FieldLock.take(jdbc);
        Field field = find(id);
        List<UUID> order =
                new ArrayList<>(asked(field.holder()).stream().map(Field::id).toList());
        if (order.remove(id)) {
            order.add(Math.max(0, Math.min(order.size(), place - 1)), id);
            FieldLock.order(jdbc, "custom_field", order);
        }
        return field;
    }

    /** It is asked for no more; what is known stays to be read. */
    public Field retire(Viewer viewer, UUID id) {
        FieldLock.take(jdbc);
        Field field = find(id);
        if (!field.retired()) {
            jdbc.sql(
                            "update custom_field set retired_at = now(), position = null, version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
            FieldLock.order(
                    jdbc,
                    "custom_field",
                    asked(field.holder()).stream().map(Field::id).toList());
        }
        return field;
    }

    /** It is asked for again, at the end. */
    public Field restore(Viewer viewer, UUID id) {
        FieldLock.take(jdbc);
        Field field = find(id);
        if (!field.retired()) {
            return field;
        }
        List<Field> others = asked(field.holder());
        if (others.size() >= MOST) {
            throw new RuleRefused("fields.many", null, MOST);
        }
        boolean room = others.stream().filter(Field::listed).count() < MOST_LISTED;
        unique(() -> jdbc.sql("""
                        update custom_field set retired_at = null, position = :position, listed = listed and :room,
                               version = version + 1 where id = :id""")
                .param("id", id)
                .param("position", others.size() + 1)
                .param("room", room)
                .update());
        return field;
    }

    private static void unique(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new RuleRefused("fields.name.taken", "name");
        }
    }

    private static String named(@Nullable String typed) {
        String name = PlainText.line(typed);
        if (!PlainText.saysSomething(name)) {
            throw new RuleRefused("fields.name.missing", "name");
        }
        if (PlainText.length(name) > LONGEST_NAME) {
            throw new RuleRefused("fields.name.long", "name", LONGEST_NAME);
        }
        return name;
    }
}
