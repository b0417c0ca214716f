package org.attune.platform;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something done that changes no row, for the trail.
 *
 * @param kind what it was done to, in the trail's words
 * @param about the record it was done to, if there is one
 * @param details nothing a customer said, and nothing that names them
 */
public record Deed(Done done, String kind, @Nullable UUID about, Map<String, Object> details) {

    public enum Done {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        EXPORTED,
        READ,
        LOOKED_UP,
        HANDED_OUT
    }

    public static Deed of(Done done, String kind, @Nullable UUID about) {
        return new Deed(done, kind, about, Map.of());
    }

    public Deed with(String key, Object value) {
        Map<String, Object> more = new java.util.TreeMap<>(details);
        more.put(key, Objects.requireNonNull(value));
        return new Deed(done, kind, about, more);
    }
}
