package org.attune.offers.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an offer is taken back. */
record WithdrawalForm(@NotNull @Size(max = 1000) @Nullable String why) {}
