package org.attune.people.web;

import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Reads what pages carry along unseen; who changes it by hand finds nothing. */
final class Typed {

    private Typed() {}

    static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotSeen("id");
        }
    }

    static ContactId contact(@Nullable String text) {
        return new ContactId(id(text));
    }

    /** One that says nothing of its version is older than anything. */
    static int version(@Nullable String text) {
        if (text == null) {
            return -1;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new NotSeen("version");
        }
        return Integer.parseInt(text);
    }
}
