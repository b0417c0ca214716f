package org.attune.insight;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is told of conversations whose log is complete: a part of a whole, summed over the conversations of each person. None of
 * them has an ideal value.
 */
public enum ListeningFact {
    /** Their words of all words. */
    ROOM("m.their_words", "m.our_words + m.their_words", true),
    /** Our goes with a question. */
    ASKED("m.our_asking", "m.our_goes", true),
    /** Their questions that our next go takes up. */
    ANSWERED("m.taken_up", "m.their_questions", true),
    /** Conversations in which we played back what they said; only where somebody went through the marks. */
    PLAYED_BACK("least(m.played_back, 1)", "case when m.gone_through then 1 else 0 end", true),
    /** Our replies that first take up what was said; only where somebody went through the marks. */
    ACKNOWLEDGED("m.acknowledged", "case when m.gone_through then m.replies else 0 end", true),
    /** Our goes that push; only where somebody went through the marks. */
    PUSHED("m.pushes", "case when m.gone_through then m.our_goes else 0 end", true),
    /** Our responses that nearly say what somebody else was told. */
    ALIKE("""
            (select k.alike from talk_card k where k.conversation_id = m.conversation_id and k.first)""", "m.responses", true),
    /** The most words of ours in a row, on average. */
    LONGEST_RUN("m.longest_run", "1", false);

    private static final double HUNDREDTHS = 100;

    private final String part;
    private final String whole;
    private final boolean share;

    ListeningFact(String part, String whole, boolean share) {
        this.part = part;
        this.whole = whole;
        this.share = share;
    }

    /** As in the keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Said in hundredths; otherwise in words. */
    public boolean isShare() {
        return share;
    }

    double of(double partOfIt, double wholeOfIt) {
        return (share ? HUNDREDTHS : 1) * partOfIt / wholeOfIt;
    }

    /** All of them, as columns over {@code conversation_measure m}. */
    static String sums() {
        return Arrays.stream(values())
                .map(fact -> "sum(case when %s > 0 then %s else 0 end) as %s_part, sum(%s) as %s_whole"
                        .formatted(fact.whole, fact.part, fact.name(), fact.whole, fact.name()))
                .collect(Collectors.joining(", "));
    }
}
