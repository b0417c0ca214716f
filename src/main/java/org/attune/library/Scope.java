package org.attune.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far somebody lets their story go. */
public enum Scope {
    /** In conversation alone. */
    TOLD,
    /** In writing as well. */
    WRITTEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    public boolean covers(StoryUse.How how) {
        return this == WRITTEN || how == StoryUse.How.TOLD;
    }
}
