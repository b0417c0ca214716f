package org.attune.conversations;

import java.util.UUID;

/**
 * One theme becomes part of another.
 *
 * @param id made beforehand, so that it is merged once
 * @param theme the one that goes
 * @param into the one that stays
 */
public record MergeThemes(UUID id, UUID theme, UUID into) {}
