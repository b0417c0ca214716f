package org.attune.access;

import java.util.UUID;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Where a page of the list of people ended. */
public record PersonKey(String foldedName, UUID id) {

    /** Before everybody. */
    public static final PersonKey START = new PersonKey("", new UUID(0, 0));

    /** Reads the key from the link to the next page. */
    public static PersonKey parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            return new PersonKey(text.substring(36), UUID.fromString(text.substring(0, 36)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            throw new NotSeen("page");
        }
    }

    @Override
    public String toString() {
        return id + foldedName;
    }
}
