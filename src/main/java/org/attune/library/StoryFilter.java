package org.attune.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stories a list shows. What is left out narrows nothing.
 *
 * @param consented only those that may be used today
 * @param retired those that are not told any more, instead of those that are
 */
public record StoryFilter(
        @Nullable UUID theme,
        @Nullable String language,
        Whose whose,
        boolean consented,
        @Nullable String text,
        boolean retired) {

    public static final StoryFilter ALL = new StoryFilter(null, null, Whose.ALL, false, null, false);

    /** Who wrote them. */
    public enum Whose {
        ALL,
        MINE,
        TEAM;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Whose of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    public boolean isNarrow() {
        return theme != null || language != null || whose != Whose.ALL || consented || text != null;
    }
}
