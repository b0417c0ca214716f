package org.attune.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.springframework.stereotype.Component;

/**
 * Makes fields for tests, each with a name of its own. They are everybody's, so a test that made some takes them back when it is over:
 * {@link #areAskedForNoMore}.
 */
@Component
public class OwnFields {

    private final Fields fields;
    private final FieldChoices choices;
    private final Somebody somebody;
    private final List<UUID> made = new ArrayList<>();

    OwnFields(Fields fields, FieldChoices choices, Somebody somebody) {
        this.fields = fields;
        this.choices = choices;
        this.somebody = somebody;
    }

    public Field of(Holder holder, FieldKind kind) {
        UUID id = Ids.next();
        String own = id.toString().substring(24);
        fields.add(somebody.whoAdministers(), new NewField(id, holder, kind, "Own " + kind.word() + " " + own));
        made.add(id);
        return fields.find(id);
    }

    public Field choosing(Holder holder, FieldKind kind, String... names) {
        Field field = of(holder, kind);
        Viewer admin = somebody.whoAdministers();
        for (String name : names) {
            choices.add(admin, field.id(), Ids.next(), name);
        }
        return fields.find(field.id());
    }

    public Field required(Field field) {
        return described(field, true, field.listed(), field.searched());
    }

    public Field listed(Field field) {
        return described(field, field.required(), true, field.searched());
    }

    public Field searched(Field field) {
        return described(field, field.required(), field.listed(), true);
    }

    private Field described(Field field, boolean required, boolean listed, boolean searched) {
        Field now = fields.find(field.id());
        fields.change(
                somebody.whoAdministers(),
                new ChangeField(
                        now.id(), now.version(), now.kind(), now.name(), now.hint(), required, listed, searched));
        return fields.find(field.id());
    }

    public void areAskedForNoMore() {
        Viewer admin = somebody.whoAdministers();
        made.forEach(id -> fields.retire(admin, id));
        made.clear();
    }
}
