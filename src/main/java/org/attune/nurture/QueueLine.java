package org.attune.nurture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who should hear from us without being sold to.
 *
 * @param owner who of us works with them
 * @param since from which day on
 * @param factOn the day of what it comes from
 * @param words of the silence or the decision it comes from, where there are any
 * @param theirs whether these words are theirs
 * @param evidence where one reads what it comes from
 */
public record QueueLine(
        ContactId contact,
        String name,
        @Nullable String company,
        UUID ownerId,
        String owner,
        LocalDate since,
        QueueWhy why,
        LocalDate factOn,
        @Nullable String words,
        boolean theirs,
        String evidence,
        @Nullable LastTouch touch,
        Suggestion suggestion) {

    /** What was last done for them beside conversations. */
    public record LastTouch(
            String kind, Instant at, @Nullable Reaction reaction) {}

    /** The key after which the next page goes on. */
    public String key() {
        return since + "~" + contact.value();
    }
}
