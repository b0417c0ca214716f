package org.attune.library;

import org.jspecify.annotations.Nullable;

/**
 * Words to find something for.
 *
 * @param speaker who said them; none for those of a need
 * @param seq the number of their turn in this conversation; nought for those of a need
 * @param need the title of the need they belong to; none where they were just heard
 * @param weight how much they count, up to one: what was heard last counts most
 */
record Passage(@Nullable String speaker, int seq, @Nullable String need, String words, double weight) {

    /** Heard in this conversation, some heard turns ago. */
    static Passage heard(String speaker, int seq, String words, int ago) {
        return new Passage(speaker, seq, null, words, Math.max(0.4, 1 - 0.08 * ago));
    }

    static Passage ofNeed(String title, String words) {
        return new Passage(null, 0, title, words, 0.7);
    }
}
