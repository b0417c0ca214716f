package org.attune.library;

import java.util.UUID;

/** Names one version of a material: what somebody was given. */
public record MaterialVersionId(UUID value) implements LibraryItem {}
