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
 * @param given the same of stories, materials, invitations and greetings
 */
public record ListeningBoard(
        boolean shown,
        Talks talks,
        @Nullable Among among,
        @Nullable Untold why,
        List<Own> own,
        @Nullable Long alike,
        List<Pair> pairs,
        Given given) {

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

    /**
     * What was written for different people in much the same words.
     *
     * @param alike how many of them; none where that would be about one person only
     */
    public record Given(@Nullable Long alike, List<Pair> pairs) {

        public Given {
            pairs = List.copyOf(pairs);
        }
    }

    /** Two texts to different people, both of which the viewer may read. */
    public record Pair(Said later, Said earlier, long likeness) {}

    /**
     * One of two texts.
     *
     * @param to to whom, as far as the viewer sees them
     * @param kind what it was given with, the end of a key under {@code insight.row.touch}; none for a response
     */
    public record Said(
            String words, @Nullable String to, @Nullable String kind, LocalDate day, String link) {}
}
