package org.attune.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something was erased: when, by whom, why and how much. Whom it was about is not known any more.
 *
 * @param by none where a period ended
 */
public record ErasureView(
        UUID id, Instant at, @Nullable String by, String ground, String reason, Map<String, Integer> gone) {}
