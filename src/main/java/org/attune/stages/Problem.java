package org.attune.stages;

import java.util.List;

/**
 * What is wrong with a definition, and where.
 *
 * @param stage the key of the stage it is about
 * @param field the field of its form
 * @param messageKey the sentence that says how to put it right
 */
public record Problem(String stage, String field, String messageKey, List<Object> arguments) {

    static Problem of(String stage, String field, String messageKey, Object... arguments) {
        return new Problem(stage, field, messageKey, List.of(arguments));
    }
}
