package org.attune.needs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change of state, with who and when. */
public record ChangeView(
        @Nullable NeedState from, NeedState to, @Nullable String why, String by, Instant at) {}
