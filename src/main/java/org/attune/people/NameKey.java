package org.attune.people;

import java.util.UUID;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Where a page of a list by name ended. */
record NameKey(String name, UUID id) {

    private static final NameKey START = new NameKey("", new UUID(0, 0));

    static NameKey parse(@Nullable String text) {
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
        return id + name;
    }
}
