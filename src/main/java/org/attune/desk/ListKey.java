package org.attune.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: what its last row is ordered by, and that row. */
record ListKey(ContactOrder order, String value, UUID id) {

    private static final String SHAPE = "(?s)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*";

    /** Reads the key from the link to the next page. One of another order leads nowhere. */
    static @Nullable ListKey parse(@Nullable String text, ContactOrder order) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split(" ", 2);
            if (parts.length < 2 || !parts[0].equals(order.name()) || !parts[1].matches(SHAPE)) {
                throw new NotSeen("page");
            }
            return new ListKey(order, parts[1].substring(36), UUID.fromString(parts[1].substring(0, 36)));
        } catch (IllegalArgumentException notOurs) {
            throw new NotSeen("page");
        }
    }

    @Override
    public String toString() {
        String plain = order.name() + " " + id + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
