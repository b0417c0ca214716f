package org.attune.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A day on which what had reached its period was let go. */
public record RetentionRun(LocalDate day, @Nullable Instant finishedAt, Map<String, Integer> gone) {}
