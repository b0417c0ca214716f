package org.attune.health;

import java.util.List;
import java.util.OptionalDouble;
import org.attune.conversations.TalkedMore;

/**
 * Balance: the room they had. Their share of the words where all of it is written down, otherwise who talked more; with 31 of 100
 * words or fewer 0, with 61 or more 100. Monologues count too, so that hearing something never makes it worse.
 */
final class Room {

    private static final double LEAST = 31;
    private static final double MOST = 61;
    private static final double THEY_MORE = 61;
    private static final double EVEN = 50;
    private static final double WE_MORE = 39;

    private Room() {}

    static Found of(Known known) {
        Fading mean = new Fading();
        int measured = 0;
        int judged = 0;
        Talk last = null;
        for (Talk talk : known.talks()) {
            OptionalDouble share = share(talk);
            if (share.isPresent()) {
                mean.add(talk.day(), worth(share.getAsDouble()));
                measured += isMeasured(talk) ? 1 : 0;
                judged += isMeasured(talk) ? 0 : 1;
                last = talk;
            }
        }
        if (last == null) {
            return Found.unknown("health.reason.balance.unknown");
        }
        Reason reason = isMeasured(last)
                ? Reason.of(
                        "health.reason.balance.measured",
                        last.day(),
                        (int) Math.round(share(last).orElseThrow()),
                        measured,
                        judged)
                : Reason.of(judgement(last), last.day(), measured, judged);
        return Found.of(mean.mean(), List.of(reason.behind(Behind.Kind.CONVERSATION, last.id())));
    }

    private static boolean isMeasured(Talk talk) {
        return talk.complete() && talk.allWords() > 0;
    }

    /** How many of 100 words were theirs. */
    private static OptionalDouble share(Talk talk) {
        if (isMeasured(talk)) {
            return OptionalDouble.of(100.0 * talk.theirWords() / talk.allWords());
        }
        TalkedMore talked = talk.talked();
        if (talked == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (talked) {
                    case THEY -> THEY_MORE;
                    case EVEN -> EVEN;
                    case WE -> WE_MORE;
                });
    }

    private static double worth(double share) {
        return Math.max(0, Math.min(100, 100 * (share - LEAST) / (MOST - LEAST)));
    }

    private static String judgement(Talk talk) {
        return talk.talked() == TalkedMore.THEY
                ? "health.reason.balance.they"
                : talk.talked() == TalkedMore.EVEN ? "health.reason.balance.even" : "health.reason.balance.we";
    }
}
