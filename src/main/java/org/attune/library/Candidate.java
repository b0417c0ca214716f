package org.attune.library;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has at least one of the words, or one of the themes.
 *
 * @param themes those of the heard turns it is about
 */
record Candidate(UUID id, @Nullable MaterialVersionId version, String title, List<UUID> themes, List<Match> matches) {

    /**
     * A word of a passage that stands in it.
     *
     * @param passage which of them, from nought
     * @param at the how-manieth word of the passage
     * @param word as it was said
     * @param root what it has in common with other forms of it
     * @param place A: in the title or the words customers use, B: in the purpose, D: in the rest
     */
    record Match(int passage, int at, String word, String root, char place) {

        double placeWeight() {
            return switch (place) {
                case 'A' -> 1;
                case 'B' -> 0.6;
                default -> 0.25;
            };
        }
    }
}
