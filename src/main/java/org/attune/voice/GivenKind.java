package org.attune.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What we gave somebody that they reacted to. */
public enum GivenKind {
    MATERIAL,
    STORY,
    RESPONSE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<GivenKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
