package org.attune.promises;

import java.util.UUID;

/** Names a promise. */
public record PromiseId(UUID value) {}
