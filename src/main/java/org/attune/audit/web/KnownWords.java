package org.attune.audit.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.audit.KnownPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a document of what is known about a person: one chapter for each kind of record, words for names of fields. */
@Component
class KnownWords {

    // Said by the words beside them, or about how we keep things rather than about the person.
    private static final Set<String> OURS = Set.of(
            "folded_name",
            "sort_name",
            "name_key",
            "version",
            "position",
            "terms_seal",
            "seal",
            "digest",
            "holder",
            "field_kind",
            "slot");

    private final Vocabulary vocabulary;
    private final ValueWords values;

    KnownWords(Vocabulary vocabulary, ValueWords values) {
        this.vocabulary = vocabulary;
        this.values = values;
    }

    record Part(String title, List<List<EntryLine.Value>> rows) {}

    List<Part> parts(List<KnownPart> known, Map<UUID, String> names) {
        Map<String, List<List<EntryLine.Value>>> chapters = new LinkedHashMap<>();
        for (KnownPart row : known) {
            List<EntryLine.Value> said = said(row.values(), names);
            if (!said.isEmpty()) {
                chapters.computeIfAbsent(row.kind(), kind -> new ArrayList<>()).add(said);
            }
        }
        return chapters.entrySet().stream()
                .map(chapter -> new Part(vocabulary.kind(chapter.getKey()), chapter.getValue()))
                .toList();
    }

    private List<EntryLine.Value> said(Map<String, Object> row, Map<UUID, String> names) {
        List<EntryLine.Value> said = new ArrayList<>();
        row.forEach((column, value) -> say(vocabulary.field(column), column, value, names, said));
        return said;
    }

    private void say(
            String field, String column, @Nullable Object value, Map<UUID, String> names, List<EntryLine.Value> said) {
        if (value == null || OURS.contains(column) || isBareReference(value, names)) {
            return;
        }
        if (value instanceof Map<?, ?> inside) {
            inside.forEach((key, one) ->
                    say(field + " · " + vocabulary.field(String.valueOf(key)), String.valueOf(key), one, names, said));
        } else {
            said.add(new EntryLine.Value(field, null, values.say(column, value, names)));
        }
    }

    /** An identifier says nothing to the person it is about. */
    private static boolean isBareReference(Object value, Map<UUID, String> names) {
        return value instanceof String text
                && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && !names.containsKey(UUID.fromString(text));
    }
}
