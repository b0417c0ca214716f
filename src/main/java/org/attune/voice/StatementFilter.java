package org.attune.voice;

import org.jspecify.annotations.Nullable;

/**
 * Which statements are listed.
 *
 * @param mine only what the viewer put
 */
public record StatementFilter(
        @Nullable StatementState state, @Nullable Addressee to, boolean mine) {

    public static final StatementFilter ALL = new StatementFilter(null, null, false);
}
