package org.attune.listening;

/**
 * What is counted in a conversation. Everything one side says until the other one speaks is one go, however many turns it was
 * written down in.
 *
 * @param ourAsking our goes with a question
 * @param theirAsking theirs
 * @param theirQuestions turns of theirs with a question
 * @param takenUp how many of these a response in our next go names
 * @param replies our goes after one of theirs
 * @param acknowledged how many of these first take up what was said, as confirmed
 * @param pushes our goes that push, as confirmed
 * @param playedBack turns of ours that play back what they said
 * @param longestRun the most words of ours in a row, without one of theirs
 */
public record Counts(
        int ourGoes,
        int theirGoes,
        int ourWords,
        int theirWords,
        int ourAsking,
        int theirAsking,
        int theirQuestions,
        int takenUp,
        int replies,
        int acknowledged,
        int pushes,
        int playedBack,
        int responses,
        int longestRun) {

    /** From how many goes of each side on a conversation can be measured. */
    static final int FEWEST = 4;

    boolean areEnough() {
        return ourGoes >= FEWEST && theirGoes >= FEWEST;
    }
}
