package org.attune.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a material is for; the same for all its versions.
 *
 * @param purpose what somebody understands afterwards
 * @param stage the key of the stage it helps on; none: any
 * @param speaksTo the needs it speaks to, in the words customers use
 * @param themes their names
 */
public record MaterialDetails(
        String title,
        String purpose,
        @Nullable String stage,
        @Nullable Step step,
        String language,
        String speaksTo,
        List<String> themes) {

    public MaterialDetails {
        themes = List.copyOf(themes);
    }
}
