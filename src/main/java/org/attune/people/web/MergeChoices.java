package org.attune.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.FieldValues;
import org.attune.fields.FieldWords;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.people.MergePreview;
import org.springframework.stereotype.Component;

/** In what two contacts differ, so that somebody chooses. */
@Component
class MergeChoices {

    private final Choices choices;
    private final Fields fields;
    private final FieldValues values;
    private final FieldWords words;

    MergeChoices(Choices choices, Fields fields, FieldValues values, FieldWords words) {
        this.choices = choices;
        this.fields = fields;
        this.values = values;
        this.words = words;
    }

    List<MergeChoice> between(Viewer viewer, MergePreview preview) {
        UUID kept = preview.kept().id().value();
        UUID absorbed = preview.absorbed().id().value();
        Map<UUID, Answers> own = values.of(viewer, Holder.CONTACT, List.of(kept, absorbed));
        List<MergeChoice> all = new ArrayList<>(MergeChoice.between(preview, choices));
        all.addAll(MergeChoice.betweenOwn(
                fields.of(Holder.CONTACT),
                own.getOrDefault(kept, Answers.none()),
                own.getOrDefault(absorbed, Answers.none()),
                words));
        return all;
    }
}
