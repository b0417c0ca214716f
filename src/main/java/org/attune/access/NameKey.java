package org.attune.access;

import java.util.UUID;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended that goes by name: of people, of teams. */
public record NameKey(String foldedName, UUID id) {

    /** Before everything. */
    public static final NameKey START = new NameKey("", new UUID(0, 0));

    /** Reads the key from the link to the next page. */
    public static NameKey parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        try {
            return new NameKey(text.substring(36), UUID.fromString(text.substring(0, 36)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            throw new NotSeen("page");
        }
    }

    @Override
    public String toString() {
        return id + foldedName;
    }
}
