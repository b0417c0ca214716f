package org.attune.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.attune.access.Hat;
import org.attune.figures.Spread;
import org.attune.figures.Untold;
import org.jspecify.annotations.Nullable;

/**
 * How we listened, as it lies among people, and what several people were told in nearly the same words.
 *
 * @param shown whether the organisation has figures about people at all; otherwise there are no facts
 * @param among how it lies among the people of a team; none where that is not told
 * @param why it is not told; none where it is
 * @param own the viewer's own; empty where they had no such conversation
 * @param alike how many responses nearly say what somebody else was told; none where that would be about one person only
 */
public record ListeningBoard(
        boolean shown,
        Talks talks,
        @Nullable Among among,
        @Nullable Untold why,
        List<Own> own,
        @Nullable Long alike,
        List<Pair> pairs) {

    public ListeningBoard {
        own = List.copyOf(own);
        pairs = List.copyOf(pairs);
    }

    /**
     * What the facts are made of, and what is left out.
     *
     * @param complete with a complete log, which alone can be measured
     * @param firstTen among somebody's first ten, which count nowhere
     * @param others how many other people had those that count
     */
    public record Talks(long complete, long incomplete, long firstTen, long others) {

        public long all() {
            return complete + incomplete + firstTen;
        }
    }

    /**
     * How it lies among the people of a team in a month.
     *
     * @param people how many of them had conversations that can be measured
     */
    public record Among(YearMonth month, YearMonth before, long people, List<Fact> facts) {

        public Among {
            facts = List.copyOf(facts);
        }

        public boolean hasSpread() {
            return facts.stream().flatMap(fact -> fact.steps().stream()).anyMatch(step -> step.spread() != null);
        }
    }

    /**
     * One fact.
     *
     * @param now none of fewer than five people
     * @param byHat with the same kind of conversation only
     * @param steps each month by itself, up to this one
     */
    public record Fact(
            ListeningFact fact,
            @Nullable Spread now,
            @Nullable Spread before,
            Map<Hat, Spread> byHat,
            List<Step> steps) {

        public Fact {
            byHat = Map.copyOf(byHat);
            steps = List.copyOf(steps);
        }
    }

    /** A whole month. */
    public record Step(YearMonth month, @Nullable Spread spread) {}

    /** The viewer's own, of the days and of as many before. */
    public record Own(
            ListeningFact fact,
            @Nullable Double now,
            @Nullable Double before) {}

    /** Two responses to different people, both of which the viewer may read. */
    public record Pair(Said later, Said earlier, long likeness) {}

    /** @param to to whom, as far as the viewer sees them */
    public record Said(String words, @Nullable String to, LocalDate day, String link) {}
}
