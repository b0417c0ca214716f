package org.attune.audit;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the identifier in a value, a key or a link that somebody pasted. */
public final class Mentioned {

    private static final Pattern ID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Mentioned() {}

    public static Optional<UUID> in(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher found = ID.matcher(text);
        return found.find() ? Optional.of(UUID.fromString(found.group())) : Optional.empty();
    }
}
