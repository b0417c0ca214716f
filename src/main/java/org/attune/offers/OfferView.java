package org.attune.offers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attune.needs.NeedId;
import org.attune.people.ContactName;
import org.jspecify.annotations.Nullable;

/**
 * An offer and everything it stands on.
 *
 * @param number as it is shown: 2026-118
 * @param mayChange whether the viewer works with whoever it goes to
 * @param expired its time passed without a decision; that is none
 * @param ask where they asked; none: we proposed it
 * @param usualDays how long their own offers usually wait for a clear answer; for the owner's eyes, and none under five of them
 * @param daysToAnswer from the first words about its needs to a clear yes or no
 */
public record OfferView(
        OfferId id,
        String number,
        ContactName contact,
        String ownerName,
        OfferKind kind,
        OfferState state,
        OfferWords words,
        boolean mayChange,
        boolean expired,
        @Nullable Piece ask,
        Instant recordedAt,
        @Nullable Instant sentAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnWhy,
        @Nullable Instant judgedAt,
        @Nullable Link repeats,
        @Nullable Link replaces,
        @Nullable Link replacedBy,
        List<OfferedNeed> needs,
        PriceAgainstCost comparison,
        List<DecisionView> decisions,
        List<Step> steps,
        @Nullable Integer daysToAnswer,
        @Nullable Integer usualDays,
        int version) {

    /** Another offer. */
    public record Link(OfferId id, String number) {}

    /** Something on the way to it. */
    public record Step(
            String what, @Nullable LocalDate day, @Nullable String who) {}

    /**
     * One need of the offer.
     *
     * @param cost what it costs them in twelve months, where that is in money
     * @param partGone how much of it goes away, in per cent
     * @param partSaid who said so
     * @param findings what it stands on, rule by rule, as it was judged
     */
    public record OfferedNeed(
            NeedId id,
            String title,
            @Nullable BigDecimal cost,
            @Nullable String currency,
            @Nullable Integer partGone,
            @Nullable Piece partSaid,
            @Nullable String ourPart,
            @Nullable String theirPart,
            List<Finding> findings) {

        public List<String> ourParts() {
            return lines(ourPart);
        }

        public List<String> theirParts() {
            return lines(theirPart);
        }

        private static List<String> lines(@Nullable String text) {
            return text == null
                    ? List.of()
                    : text.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        }
    }

    public @Nullable DecisionView decision() {
        return decisions.isEmpty() ? null : decisions.get(0);
    }

    public boolean isDraft() {
        return state == OfferState.DRAFT;
    }

    public boolean isSent() {
        return state == OfferState.SENT;
    }

    public boolean isPulled() {
        return ask != null;
    }

    /** Whether it was accepted, and so can be made again. */
    public boolean isAccepted() {
        DecisionView newest = decision();
        return newest != null && newest.kind() == DecisionKind.YES;
    }

    /** Whether there is something left to decide. */
    public boolean isWaiting() {
        return state == OfferState.SENT || state == OfferState.DECIDED;
    }

    public boolean mayBeWithdrawn() {
        return state == OfferState.DRAFT || state == OfferState.SENT;
    }

    public String path() {
        return "/offers/" + id.value();
    }
}
