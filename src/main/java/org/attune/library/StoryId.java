package org.attune.library;

import java.util.UUID;

/** Names a story. */
public record StoryId(UUID value) implements LibraryItem {}
