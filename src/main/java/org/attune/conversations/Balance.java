package org.attune.conversations;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke how much and whether what was asked was answered, as facts about what was written down. Only where the log is
 * complete are the shares of words a measure.
 *
 * @param share their share of the words in per cent; none while there are no words
 * @param measured the log is complete, so that the share may be spoken of without "of what was written down"
 * @param asked our questions
 * @param answered how many of them were answered
 * @param followUps our questions that follow something heard
 * @param theirQuestions their questions
 * @param waiting how many of them no response has named yet
 * @param longestRun the most words of ours in a row, without one of theirs
 */
public record Balance(
        int theirWords,
        int ourWords,
        @Nullable Integer share,
        boolean measured,
        int asked,
        int answered,
        int followUps,
        int theirQuestions,
        int waiting,
        int longestRun,
        List<Bar> wave) {

    public Balance {
        wave = List.copyOf(wave);
    }

    /** What counts about one turn. */
    record Spoken(
            int seq,
            TurnKind kind,
            int words,
            boolean answered,
            boolean followsUp,
            boolean theirQuestion,
            boolean responded) {}

    /** @param turns in their order */
    static Balance of(List<Spoken> turns, boolean complete) {
        int theirs = words(turns, true);
        int ours = words(turns, false);
        return new Balance(
                theirs,
                ours,
                theirs + ours == 0 ? null : Math.round(theirs * 100f / (theirs + ours)),
                complete,
                count(turns, turn -> turn.kind() == TurnKind.ASKED),
                count(turns, turn -> turn.kind() == TurnKind.ASKED && turn.answered()),
                count(turns, Spoken::followsUp),
                count(turns, Spoken::theirQuestion),
                count(turns, turn -> turn.theirQuestion() && !turn.responded()),
                longestRun(turns),
                turns.stream()
                        .map(turn -> new Bar(turn.seq(), turn.kind(), turn.words()))
                        .toList());
    }

    public boolean isEmpty() {
        return wave.isEmpty();
    }

    private static int words(List<Spoken> turns, boolean theirs) {
        return turns.stream()
                .filter(turn -> turn.kind().isTheirs() == theirs)
                .mapToInt(Spoken::words)
                .sum();
    }

    private static int count(List<Spoken> turns, Predicate<Spoken> which) {
        return (int) turns.stream().filter(which).count();
    }

    private static int longestRun(List<Spoken> turns) {
        int longest = 0;
        int run = 0;
        for (Spoken turn : turns) {
            run = turn.kind().isTheirs() ? 0 : run + turn.words();
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
