package org.attune.access;

import java.util.UUID;

/** Names a team. */
public record TeamId(UUID value) {}
