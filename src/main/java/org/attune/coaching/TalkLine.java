package org.attune.coaching;

import java.time.Instant;
import java.util.UUID;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/**
 * A conversation somebody wants to talk about, or could choose.
 *
 * @param with the people in it whom the viewer may see; none where that is nobody
 * @param isPrivate to whoever had it
 * @param readable whether the viewer may open it
 */
public record TalkLine(UUID id, @Nullable String with, Instant at, Hat hat, boolean isPrivate, boolean readable) {}
