package org.attune.questions;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A question of the bank in one of its wordings. What was asked remembers it, whatever becomes of the question. */
public record Wording(UUID question, int number) {

    private static final Pattern SENT =
            Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\.(\\d{1,6})");

    /** As a form sends it; none where it is nothing of the kind. What is asked is never refused because of this. */
    public static @Nullable Wording sent(@Nullable String code) {
        return Optional.ofNullable(code)
                .map(SENT::matcher)
                .filter(Matcher::matches)
                .map(found -> new Wording(UUID.fromString(found.group(1)), Integer.parseInt(found.group(2))))
                .orElse(null);
    }

    public String code() {
        return question + "." + number;
    }
}
