package org.attune.outside;

import java.util.UUID;

/** Which link; it opens nothing by itself. */
public record OutsideLinkId(UUID value) {}
