package org.attune.health;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much each factor counts, since when, and who settled it.
 *
 * @param by none where it came with Attune
 */
public record WeightsSetting(
        int number, Weights weights, @Nullable String by, Instant since) {}
