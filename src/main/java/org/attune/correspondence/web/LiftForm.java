package org.attune.correspondence.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody told an admin that they want letters again. */
record LiftForm(
        @Size(max = 254) @Nullable String address,
        @Size(max = 1000) @Nullable String how) {}
