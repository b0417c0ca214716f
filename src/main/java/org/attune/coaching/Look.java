package org.attune.coaching;

import java.time.Instant;

/** A manager looked at somebody's page. */
public record Look(String by, Instant at) {}
