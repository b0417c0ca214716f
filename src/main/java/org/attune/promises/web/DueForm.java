package org.attune.promises.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A promise gets another day. */
record DueForm(
        @NotNull(message = "{promises.due.needed}") @Nullable
        LocalDate due) {}
