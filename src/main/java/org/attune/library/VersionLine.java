package org.attune.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version in the list of all.
 *
 * @param causes how many heard turns led to it
 */
public record VersionLine(
        MaterialVersionId id, int number, @Nullable String news, String by, Instant publishedAt, int causes) {}
