package org.attune.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A field of the firm's own, and what it lets one choose.
 *
 * @param choices by their names; none where it holds something else
 */
record AskedField(UUID id, Map<String, UUID> choices) {

    AskedField {
        choices = Map.copyOf(choices);
    }

    /** As the database writes it. */
    List<String> values(Line line, String said) {
        if (choices.isEmpty()) {
            return List.of(said);
        }
        return Arrays.stream(said.split(", *")).map(name -> choice(line, name)).toList();
    }

    private String choice(Line line, String name) {
        UUID choice = choices.get(name);
        if (choice == null) {
            throw line.problem(name + " cannot be chosen");
        }
        return choice.toString();
    }
}
