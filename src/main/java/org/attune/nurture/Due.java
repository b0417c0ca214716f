package org.attune.nurture;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From which day on somebody should hear from us.
 *
 * @param about the offer, need or silence it comes from
 * @param factOn the day of what it comes from
 */
record Due(LocalDate on, QueueWhy why, @Nullable UUID about, LocalDate factOn) {

    Due notBefore(@Nullable LocalDate day) {
        return day == null || !on.isBefore(day) ? this : new Due(day, why, about, factOn);
    }
}
