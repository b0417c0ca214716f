package org.attune.voice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How something we gave landed.
 *
 * @param id of the version of a material, the story, or the first of responses that nearly say the same
 * @param version of the material
 * @param open heard in answer to it, and nobody has said yet how it was meant
 * @param words what one of them said about it last
 */
public record Landing(
        GivenKind kind,
        UUID id,
        String title,
        @Nullable Integer version,
        long good,
        long none,
        long bad,
        long open,
        @Nullable Reaction last) {

    /** With fewer, no share says anything. */
    public static final int ENOUGH = 5;

    public long reactions() {
        return good + none + bad;
    }

    public boolean isEnough() {
        return reactions() >= ENOUGH;
    }
}
