package org.attune.insight;

import java.util.UUID;

/** Something a dashboard can be narrowed to. */
public record Choice(UUID id, String name) {}
