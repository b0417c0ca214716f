package org.attune.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who said what a statement rests on, and whether they know what became of it.
 *
 * @param telling what says so, and by whom and when; none where it was not noted
 * @param href where they were told
 * @param promise the promise to tell them, if there is one
 * @param promiseKept whether it was kept, which counts as told
 */
public record ListenerView(
        ContactId contact,
        String name,
        String givenName,
        boolean told,
        @Nullable UUID telling,
        @Nullable String toldBy,
        @Nullable Instant toldAt,
        @Nullable String href,
        @Nullable UUID promise,
        @Nullable LocalDate due,
        boolean promiseKept,
        boolean mineToTakeBack) {}
