package org.attune.library;

import java.util.UUID;

/** Names a material. */
public record MaterialId(UUID value) {}
