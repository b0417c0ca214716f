package org.attune.library.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** They do not want their story used any more, and said so on a day. */
record WithdrawalForm(
        @NotNull(message = "{library.consent.choose-day}") @Nullable
        LocalDate day) {}
