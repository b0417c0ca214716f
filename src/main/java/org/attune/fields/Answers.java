package org.attune.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the fields of one contact or company hold, as the database writes it: numbers with a point, days with hyphens, choices by
 * their ids, yes and no as {@code true} and {@code false}.
 *
 * @param values those of each field; a field with an empty list was asked and not answered
 */
public record Answers(Map<UUID, List<String>> values) {

    private static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Map.copyOf(values);
    }

    public static Answers none() {
        return NONE;
    }

    public List<String> of(UUID field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean isAnswered(UUID field) {
        return !of(field).isEmpty();
    }

    /** Those that are answered, for comparing with others. */
    public Answers answered() {
        Map<UUID, List<String>> answered = new LinkedHashMap<>(values);
        answered.values().removeIf(List::isEmpty);
        return new Answers(answered);
    }
}
