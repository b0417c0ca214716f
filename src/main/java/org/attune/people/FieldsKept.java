package org.attune.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.FieldValues;
import org.attune.fields.FieldWords;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the organisation's own fields hold of a contact or a company, kept in the transaction that keeps the rest. */
@Component
class FieldsKept {

    private final Fields fields;
    private final FieldValues values;
    private final FieldWords words;
    private final JdbcClient jdbc;

    FieldsKept(Fields fields, FieldValues values, FieldWords words, JdbcClient jdbc) {
        this.fields = fields;
        this.values = values;
        this.words = words;
        this.jdbc = jdbc;
    }

    void ofSomebodyNew(Holder holder, UUID id, Answers answers) {
        values.keep(holder, id, answers);
    }

    /** A form that was opened before is older than this, even where nothing else was changed. */
    void anew(Holder holder, UUID id, Answers answers) {
        if (values.keep(holder, id, answers)) {
            jdbc.sql("update " + holder.word() + " set version = version + 1 where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    Answers held(Viewer viewer, Holder holder, UUID id) {
        return values.of(viewer, holder, id);
    }

    /** Whether what is held is what was answered; what was not asked does not count. */
    static boolean same(Answers held, Answers answers) {
        return answers.values().entrySet().stream()
                .allMatch(asked -> new HashSet<>(held.of(asked.getKey())).equals(new HashSet<>(asked.getValue())));
    }

    /** For a person to compare with another version. */
    String inWords(Holder holder, String others, Answers answers) {
        return answers.values().isEmpty() ? others : words.below(others, fields.asked(holder), answers);
    }

    /** As above, where the fields that were not asked are as they are. */
    String inWords(Holder holder, String others, Answers held, Answers answers) {
        Map<UUID, List<String>> all = new HashMap<>(held.values());
        all.putAll(answers.values());
        return inWords(holder, others, new Answers(all));
    }
}
