package org.attune.health;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a factor is worth what it is, as facts from which a page makes a sentence.
 *
 * @param key of its words, under {@code health.reason}
 * @param facts whole numbers and days, in the order in which the words name them
 * @param behind none where there is nothing to open, or the viewer may not open it
 */
public record Reason(
        String key, List<Object> facts, @Nullable Behind behind) {

    public Reason {
        facts = List.copyOf(facts);
    }

    static Reason of(String key, Object... facts) {
        return new Reason(key, List.of(facts), null);
    }

    Reason behind(Behind.Kind kind, UUID id) {
        return new Reason(key, facts, new Behind(kind, id));
    }

    Reason without() {
        return new Reason(key, facts, null);
    }
}
