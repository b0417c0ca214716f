package org.attune.needs;

import java.util.UUID;

/** Names a need. */
public record NeedId(UUID value) {}
