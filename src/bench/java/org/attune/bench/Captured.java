package org.attune.bench;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one address of a page sends to the database.
 *
 * @param fresh the id something was written down with; a second time it would be known already
 */
record Captured(List<Sent> statements, @Nullable UUID fresh) {}
