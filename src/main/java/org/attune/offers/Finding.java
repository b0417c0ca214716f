package org.attune.offers;

import java.util.List;
import java.util.UUID;
import org.attune.needs.NeedId;
import org.jspecify.annotations.Nullable;

/**
 * The gate's answer to one rule for one need.
 *
 * @param evidence the turns that meet it, ours before theirs where both belong to it
 * @param missing what is missing, the last part of a message key; none where it is met
 * @param source the confirmation, cost or solution it stands on
 * @param carriedOver it stands on the accepted offer
 */
public record Finding(
        Rule rule,
        Demand demand,
        State state,
        NeedId need,
        List<Piece> evidence,
        @Nullable String missing,
        @Nullable UUID source,
        boolean carriedOver) {

    /** Whether it is met. */
    public enum State {
        HERE,
        NOT_YET,
        /** Judged when a price is entered. */
        LATER
    }

    /** Where the missing piece is got. */
    public enum Where {
        LISTEN,
        ASK,
        RESPOND,
        NEED,
        TERMS
    }

    public Finding {
        // What was picked out of a turn are the words about the need; an agreement or a request is all that was said.
        boolean aboutTheNeed = rule == Rule.NEED_HEARD || rule == Rule.QUESTION_ANSWERED || rule == Rule.COST_KNOWN;
        evidence = aboutTheNeed
                ? List.copyOf(evidence)
                : evidence.stream().map(Piece::whole).toList();
    }

    public boolean isHere() {
        return state == State.HERE;
    }

    public boolean isLater() {
        return state == State.LATER;
    }

    public boolean isOff() {
        return demand == Demand.OFF;
    }

    /** Whether it keeps the gate closed. */
    public boolean closes() {
        return state == State.NOT_YET && demand.isBinding();
    }

    /** It is not there, and the offer will say so. */
    public boolean warns() {
        return state == State.NOT_YET && demand == Demand.WARN;
    }

    public Where where() {
        return switch (rule) {
            case NEED_HEARD, REACTION_HEARD, ASKED_FOR -> Where.LISTEN;
            case QUESTION_ANSWERED -> Where.ASK;
            case RESPONSE_GIVEN -> Where.RESPOND;
            case NEED_CONFIRMED, COST_KNOWN, SOLUTION_AGREED -> Where.NEED;
            case PRICE_BELOW_COST -> Where.TERMS;
        };
    }

    /** As the tick fragment takes it. */
    public String tick() {
        if (demand == Demand.OFF) {
            return "off";
        }
        return isHere() || isLater() ? "yes" : warnsNow() ? "warn" : "no";
    }

    private boolean warnsNow() {
        return rule == Rule.PRICE_BELOW_COST && warns() && !"no-cost".equals(missing) && !"no-price".equals(missing);
    }

    /** The turn that counts most, where there is one. */
    public @Nullable Piece first() {
        return evidence.isEmpty() ? null : evidence.get(0);
    }
}
