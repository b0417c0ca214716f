package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attune.access.Hat;
import org.attune.figures.Spread;
import org.jspecify.annotations.Nullable;

/**
 * How we listened, as it lies among people, and what several people were told in nearly the same words.
 *
 * @param shown whether the organisation has figures about people at all; otherwise there are no facts
 * @param alike how many responses nearly say what somebody else was told; none where that would be about one person only
 * @param people how many people's conversations the facts are made of
 */
public record ListeningBoard(
        boolean shown,
        Talks talks,
        int people,
        List<Fact> facts,
        @Nullable Long alike,
        List<Pair> pairs) {

    public ListeningBoard {
        facts = List.copyOf(facts);
        pairs = List.copyOf(pairs);
    }

    public boolean hasSpread() {
        return facts.stream().anyMatch(fact -> fact.now().spread() != null);
    }

    /** The viewer had conversations of their own among them. */
    public boolean hasOwn() {
        return facts.stream().anyMatch(fact -> fact.now().own() != null);
    }

    /**
     * What the facts are made of, and what is left out.
     *
     * @param complete with a complete log, which alone can be measured
     * @param firstTen among somebody's first ten, which count nowhere
     */
    public record Talks(long complete, long incomplete, long firstTen) {

        public long all() {
            return complete + incomplete + firstTen;
        }
    }

    /**
     * One fact.
     *
     * @param byHat with the same kind of conversation only
     */
    public record Fact(ListeningFact fact, Value now, Value before, Map<Hat, Value> byHat, List<Step> steps) {

        public Fact {
            byHat = Map.copyOf(byHat);
            steps = List.copyOf(steps);
        }
    }

    /**
     * How a fact lies among people.
     *
     * @param spread none of fewer than five people
     * @param own the viewer's own; none where they had no such conversation
     */
    public record Value(@Nullable Spread spread, @Nullable Double own) {}

    /** One week or month. */
    public record Step(LocalDate from, LocalDate until, Value value) {}

    /** Two responses to different people, both of which the viewer may read. */
    public record Pair(Said later, Said earlier, long likeness) {}

    /** @param to to whom, as far as the viewer sees them */
    public record Said(String words, @Nullable String to, LocalDate day, String link) {}
}
