package org.attune.offers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much a rule is asked for. */
public enum Demand {
    /** A hard rule: nothing switches it off. */
    ALWAYS,
    /** Without it there is no offer. */
    REQUIRED,
    /** Without it there is an offer, and it says so. */
    WARN,
    /** Not asked for. */
    OFF;

    /** Whether the gate stays closed where this is not met. */
    public boolean isBinding() {
        return this == ALWAYS || this == REQUIRED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Demand of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What an admin can choose from. */
    public static List<Demand> choices() {
        return List.of(REQUIRED, WARN, OFF);
    }

    /** The choice of this code, if there is one. */
    public static Optional<Demand> chosen(@Nullable String code) {
        return choices().stream().filter(demand -> demand.code().equals(code)).findFirst();
    }
}
