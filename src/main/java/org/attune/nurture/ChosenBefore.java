package org.attune.nurture;

import org.jspecify.annotations.Nullable;

/**
 * How it was said to go on with somebody, with who said so.
 *
 * @param after where one reads after what: the offer they decided about, or the conversation; none where the viewer reads neither
 */
public record ChosenBefore(
        WayOnView way, String by, @Nullable String after) {}
