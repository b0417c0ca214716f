package org.attune.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody learned from a conversation.
 *
 * @param aboutMe only ever given to its author
 */
public record ReflectionView(
        String author, @Nullable String aboutThem, @Nullable String aboutMe, Instant writtenAt) {}
