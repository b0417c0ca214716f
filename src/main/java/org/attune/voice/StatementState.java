package org.attune.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a statement has come. */
public enum StatementState {
    /** Nobody has answered it. */
    HEARD,
    /** It was answered, and somebody who said it does not know yet. */
    DECIDED,
    /** Everybody who said it knows what became of it. */
    TOLD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StatementState> of(@Nullable String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
