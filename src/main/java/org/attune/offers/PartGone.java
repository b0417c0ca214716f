package org.attune.offers;

import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * How much of a problem goes away.
 *
 * @param percent 1 to 100
 * @param saidIn the turn in which one of its people said so; none: that is our own guess
 */
public record PartGone(int percent, @Nullable TurnId saidIn) {}
