package org.attune.pulse;

import java.time.Instant;
import org.attune.outside.OutsideLinkId;
import org.jspecify.annotations.Nullable;

/** What somebody answered last. */
public record PulseView(
        OutsideLinkId id,
        String askedBy,
        Instant answeredAt,
        Felt heard,
        Felt understood,
        Felt answered,
        @Nullable String words) {}
