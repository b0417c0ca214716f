package org.attune.library;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which materials a list shows. What is left out narrows nothing.
 *
 * @param text parts of words in what it is for, or whole ones in what it says
 * @param retired those that are not given any more, instead of those that are
 */
public record MaterialFilter(
        @Nullable String stage,
        @Nullable Step step,
        @Nullable UUID theme,
        @Nullable String language,
        @Nullable String text,
        boolean retired) {

    public static final MaterialFilter ALL = new MaterialFilter(null, null, null, null, null, false);

    public boolean isNarrow() {
        return stage != null || step != null || theme != null || language != null || text != null;
    }
}
