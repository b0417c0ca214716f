package org.attune.stages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence for a criterion.
 *
 * @param turn the turn it was said in, where it was said
 * @param nth that turn's number in its conversation
 * @param href where the viewer finds it; none where they may not look
 * @param about the need or the person it is about
 */
public record EvidenceView(
        Instant at,
        @Nullable UUID turn,
        @Nullable Integer nth,
        @Nullable String href,
        @Nullable String about) {}
