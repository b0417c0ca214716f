package org.attune.questions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is not known yet, and a question could bring, in the order in which it is shown. */
public enum Gap {
    PROBLEM,
    COST,
    WHO_ELSE,
    HOW_DECIDE,
    FIT,
    /** Whether we understood them. */
    PLAYBACK,
    /** How they took what we said. */
    REACTION,
    /** What they only touched on. */
    THREAD;

    /** As the database and the messages name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Gap> of(String code) {
        return Arrays.stream(values()).filter(gap -> gap.code().equals(code)).findFirst();
    }
}
