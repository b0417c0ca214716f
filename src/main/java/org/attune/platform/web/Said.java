package org.attune.platform.web;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short word about what was just done, shown once.
 *
 * @param key message key of the sentence
 * @param arguments what the sentence names
 * @param undo where to post to take it back, if that is possible
 */
public record Said(
        String key,
        List<? extends Serializable> arguments,
        @Nullable String undo) implements Serializable {

    public static Said of(String key, Serializable... arguments) {
        return new Said(key, List.of(arguments), null);
    }

    public Said withUndo(String path) {
        return new Said(key, arguments, path);
    }
}
