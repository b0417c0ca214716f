package org.attune.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What holds about figures, since when, and who settled it.
 *
 * @param by none where it came with Attune
 */
public record FiguresSetting(
        FiguresLevel level, int number, @Nullable String by, Instant since) {}
