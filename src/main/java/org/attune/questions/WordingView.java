package org.attune.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wording a question has or had.
 *
 * @param by none: came with Attune
 */
public record WordingView(
        int number, String words, @Nullable String by, Instant at, Asked asked) {}
