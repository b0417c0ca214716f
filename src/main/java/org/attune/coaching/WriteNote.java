package org.attune.coaching;

import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a note.
 *
 * @param manager with whom; none where there is only one
 */
public record WriteNote(UUID id, UserId person, @Nullable UserId manager, String words) {}
