package org.attune.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step somebody takes with the help of a material. */
public enum Step {
    KNOW_US,
    SEE_THE_PROBLEM,
    COUNT_THE_COST,
    FIND_A_SOLUTION,
    DECIDE,
    AFTER_THE_SALE;

    /** As it stands in the database, in addresses and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing where there is none of this code. */
    public static Optional<Step> of(@Nullable String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }
}
