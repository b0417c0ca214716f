package org.attune.fields;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field and what it holds, as a page shows it.
 *
 * @param words in the words and figures of whoever reads
 * @param href where a link leads
 * @param retired whether it is asked for no more
 */
public record FieldLine(
        UUID field,
        String name,
        List<String> words,
        @Nullable String href,
        boolean retired) {

    /** All of it in one line. */
    public String text() {
        return String.join(", ", words);
    }
}
