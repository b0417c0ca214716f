package org.attune.desk.web;

import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.fields.FieldLine;
import org.attune.fields.FieldValues;
import org.attune.fields.FieldWords;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.springframework.stereotype.Component;

/** What the organisation's own fields hold, on the page of a contact or a company; also those that are asked for no more. */
@Component
class OwnFields {

    private final Fields fields;
    private final FieldValues values;
    private final FieldWords words;

    OwnFields(Fields fields, FieldValues values, FieldWords words) {
        this.fields = fields;
        this.values = values;
        this.words = words;
    }

    List<FieldLine> lines(Viewer viewer, Holder holder, UUID id) {
        return words.lines(fields.of(holder), values.of(viewer, holder, id));
    }
}
