package org.attune.voice;

import java.util.List;
import java.util.UUID;

/**
 * A theme, and how often it was heard.
 *
 * @param turns in these days; under whatever name it was given
 * @param people who said it
 * @param companies where they work
 * @param before in as many days before
 * @param bars how often in each week or month
 */
public record ThemeLine(
        UUID id,
        String name,
        long turns,
        long people,
        long companies,
        long before,
        List<Long> bars,
        Movement movement) {

    public ThemeLine {
        bars = List.copyOf(bars);
    }
}
