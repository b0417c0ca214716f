package org.attune.stages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the viewer's own contacts whom a change of the stages concerns.
 *
 * @param stage where they stand
 * @param to where they would go; none where they stay but no longer meet what their stage asks for
 */
public record ConcernedView(
        UUID contact, String name, Stage stage, @Nullable String to) {}
