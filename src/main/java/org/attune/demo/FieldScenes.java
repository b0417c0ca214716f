package org.attune.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.attune.access.Viewer;
import org.attune.fields.ChangeField;
import org.attune.fields.Field;
import org.attune.fields.FieldChoices;
import org.attune.fields.FieldKind;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.fields.NewField;
import org.attune.platform.Ids;

/** What the firm wants to know of its contacts beside what everybody does. */
@DemoOnly
class FieldScenes implements Scenes {

    private final Fields fields;
    private final FieldChoices choices;

    FieldScenes(Fields fields, FieldChoices choices) {
        this.fields = fields;
        this.choices = choices;
    }

    @Override
    public Map<String, Consumer<Cue>> byWord() {
        return Map.of("field", this::field);
    }

    /** As in {@code field -340 reached henrik choice listed = Best reached | by phone, in writing}. */
    private void field(Cue cue) {
        boolean listed = cue.phrase().take("listed");
        String name = cue.phrase().next("a name");
        Viewer admin = cue.cast().us.get(cue.line(), cue.phrase().next("an admin"));
        FieldKind kind = cue.phrase().one(FieldKind.class);
        String[] parts = cue.phrase().needsText().split(" *\\| *");
        UUID id = fields.add(admin, new NewField(Ids.next(), Holder.CONTACT, kind, parts[0]));
        Map<String, UUID> named = new LinkedHashMap<>();
        if (kind.isChosen()) {
            Arrays.stream(parts[1].split(", *")).forEach(choice -> named.put(choice, Ids.next()));
            named.forEach((choice, choiceId) -> choices.add(admin, id, choiceId, choice));
        }
        if (listed) {
            list(admin, fields.find(id));
        }
        cue.cast().fields.put(cue.line(), name, new AskedField(id, named));
    }

    private void list(Viewer admin, Field field) {
        fields.change(
                admin,
                new ChangeField(field.id(), field.version(), field.kind(), field.name(), null, false, true, false));
    }
}
