package org.attune.health;

import java.time.LocalDate;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A relationship is in another band than before.
 *
 * @param was the band before
 * @param since the day it moved
 */
public record BandMove(
        ContactId contact,
        String name,
        Band was,
        Band band,
        @Nullable Integer score,
        LocalDate since) {}
