package org.attune.needs;

import org.jspecify.annotations.Nullable;

/**
 * End a need, with or without an offer.
 *
 * @param version the one the form was opened with
 */
public record EndNeed(NeedId need, Ending how, @Nullable String why, int version) {}
