package org.attune.conversations;

import java.util.UUID;

/** What heard turns are about. */
public record ThemeView(UUID id, String name) {}
