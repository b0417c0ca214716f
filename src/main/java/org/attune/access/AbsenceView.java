package org.attune.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who is away, from when until when, and who stands in.
 *
 * @param begun whether the first day has come
 */
public record AbsenceView(
        UUID id,
        UserId who,
        String name,
        UserId standInId,
        String standIn,
        LocalDate from,
        LocalDate until,
        boolean begun) {}
