package org.attune.platform.web;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short word about what was just done, or could not be, shown once.
 *
 * @param key message key of the sentence
 * @param arguments what the sentence names
 * @param undo where to post to take it back, if that is possible
 * @param refused whether nothing was done
 */
public record Said(
        String key,
        List<? extends Serializable> arguments,
        @Nullable String undo,
        boolean refused) implements Serializable {

    public static Said of(String key, Serializable... arguments) {
        return new Said(key, List.of(arguments), null, false);
    }

    static Said refused(String key, Serializable... arguments) {
        return new Said(key, List.of(arguments), null, true);
    }

    public Said withUndo(String path) {
        return new Said(key, arguments, path, refused);
    }
}
