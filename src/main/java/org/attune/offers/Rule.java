package org.attune.offers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.attune.questions.Gap;
import org.jspecify.annotations.Nullable;

/** What has to be there before an offer can exist. The first three hold always; the others as the policy demands. */
public enum Rule {
    /** A heard turn states the need. */
    NEED_HEARD,
    /** A question of ours was answered by something heard about the need. */
    QUESTION_ANSWERED,
    /** A response of ours names something heard about the need. */
    RESPONSE_GIVEN,
    /** The need was played back and answered with yes. */
    NEED_CONFIRMED,
    /** They said what it costs them, that it cannot be counted, or that they would rather not say. */
    COST_KNOWN,
    /** A solution was found together, and they agreed. */
    SOLUTION_AGREED,
    /** They asked for the offer. */
    ASKED_FOR,
    /** Something was heard about the need after our response. */
    REACTION_HEARD,
    /** Twelve months of the price are below the cost of the part that goes away, or someone said why it still makes sense. */
    PRICE_BELOW_COST;

    /** Whether no setting switches it off. */
    public boolean isHard() {
        return ordinal() <= RESPONSE_GIVEN.ordinal();
    }

    /** Those an admin decides about. */
    public static List<Rule> ofPolicy() {
        return Stream.of(values()).filter(rule -> !rule.isHard()).toList();
    }

    /** Whether an accepted offer can stand in for it when the offer is made again. */
    boolean carriesOver() {
        return this == NEED_CONFIRMED || this == COST_KNOWN || this == SOLUTION_AGREED || this == REACTION_HEARD;
    }

    /** What a question could bring that is missing here; none where only something else helps. */
    public @Nullable Gap gap() {
        return switch (this) {
            case NEED_HEARD, QUESTION_ANSWERED -> Gap.PROBLEM;
            case NEED_CONFIRMED -> Gap.PLAYBACK;
            case COST_KNOWN -> Gap.COST;
            case SOLUTION_AGREED -> Gap.FIT;
            case REACTION_HEARD -> Gap.REACTION;
            case RESPONSE_GIVEN, ASKED_FOR, PRICE_BELOW_COST -> null;
        };
    }

    /** As the database and the messages name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Rule of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
