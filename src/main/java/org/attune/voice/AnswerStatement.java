package org.attune.voice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers a statement, or answers it anew.
 *
 * @param version the number of answers there were when the form was opened
 */
public record AnswerStatement(
        UUID id,
        UUID statement,
        int version,
        Resolve resolve,
        String why,
        @Nullable LocalDate byWhen) {}
