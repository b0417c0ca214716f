package org.attune.conversations;

/** Counts words as they are counted when a turn is logged, for whoever has words and no turn. */
public final class CountedWords {

    private CountedWords() {}

    public static int in(String words) {
        return Words.count(words);
    }
}
