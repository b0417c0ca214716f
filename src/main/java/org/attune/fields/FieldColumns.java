package org.attune.fields;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fields that are columns of a list, and what stands in them on one page of it. */
@Component
@Transactional(readOnly = true)
public class FieldColumns {

    private final FieldValues values;
    private final FieldWords words;

    FieldColumns(FieldValues values, FieldWords words) {
        this.values = values;
        this.words = words;
    }

    public static List<Field> of(List<Field> asked) {
        return asked.stream().filter(Field::listed).toList();
    }

    /** By whose they are, in the order of the columns. One statement for a page, and none where there are no columns. */
    public Cells cells(Viewer viewer, Holder holder, List<Field> columns, List<UUID> ids) {
        return new Cells(words, columns, columns.isEmpty() ? Map.of() : values.of(viewer, holder, ids));
    }

    public record Cells(FieldWords words, List<Field> columns, Map<UUID, Answers> answers) {

        public List<FieldLine> of(UUID id) {
            Answers held = answers.getOrDefault(id, Answers.none());
            return columns.stream().map(field -> words.line(field, held)).toList();
        }
    }
}
