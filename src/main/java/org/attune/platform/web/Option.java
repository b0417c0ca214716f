package org.attune.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One of several answers a form offers, in finished words.
 *
 * @param says one more sentence about it, where the form shows cards
 * @param key the letter that chooses it, where the form takes keys
 */
public record Option(
        String value,
        String label,
        @Nullable String says,
        @Nullable String key) {

    public Option(String value, String label) {
        this(value, label, null, null);
    }
}
