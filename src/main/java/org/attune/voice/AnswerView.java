package org.attune.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer, as it was given. */
public record AnswerView(
        UUID id, Resolve resolve, String why, @Nullable LocalDate byWhen, String by, Instant at) {}
