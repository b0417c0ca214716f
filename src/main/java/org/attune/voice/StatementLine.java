package org.attune.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement in a list.
 *
 * @param people how many said it
 * @param told how many of them know what became of it
 * @param resolve the newest answer
 * @param mayAnswer whether the viewer is one of those it is put to
 */
public record StatementLine(
        UUID id,
        Addressee to,
        String words,
        @Nullable UUID theme,
        @Nullable String themeName,
        String by,
        boolean mine,
        Instant putAt,
        StatementState state,
        int people,
        int told,
        @Nullable Resolve resolve,
        @Nullable LocalDate byWhen,
        boolean mayAnswer,
        int answers) {

    String key() {
        return putAt + "~" + id;
    }
}
