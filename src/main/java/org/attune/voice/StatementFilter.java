package org.attune.voice;

import org.jspecify.annotations.Nullable;

/**
 * Which statements are listed.
 *
 * @param mine only what the viewer put
 * @param waiting only what waits for the viewer: to be answered, or somebody of theirs to be told
 */
public record StatementFilter(
        @Nullable StatementState state, @Nullable Addressee to, boolean mine, boolean waiting) {

    public static final StatementFilter ALL = new StatementFilter(null, null, false, false);
}
