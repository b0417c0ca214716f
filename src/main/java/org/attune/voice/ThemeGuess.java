package org.attune.voice;

import java.util.UUID;

/** A theme that something heard may be about. Only a person says that it is. */
public record ThemeGuess(UUID id, String name, double score) {}
