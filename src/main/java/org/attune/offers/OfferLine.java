package org.attune.offers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * An offer in a list.
 *
 * @param price over twelve months
 * @param decision the newest, where there is one
 * @param overdue its time passed without a decision
 * @param daysToAnswer from the first words about its needs to a clear yes or no
 */
public record OfferLine(
        OfferId id,
        String number,
        String title,
        ContactId contact,
        String contactName,
        String pronoun,
        String givenName,
        @Nullable String company,
        OfferState state,
        boolean pulled,
        BigDecimal price,
        String currency,
        LocalDate validUntil,
        @Nullable DecisionKind decision,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate askAgainOn,
        boolean overdue,
        @Nullable Integer daysToAnswer,
        Instant recordedAt) {

    public String path() {
        return "/offers/" + id.value();
    }
}
