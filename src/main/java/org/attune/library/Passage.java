package org.attune.library;

import org.jspecify.annotations.Nullable;

/**
 * Words to find something for.
 *
 * @param speaker who said them; none for those of a need
 * @param spoken where they said it; none for those of a need
 * @param need the title of the need they belong to; none where they were just heard
 * @param weight how much they count, up to one: what was heard last counts most
 * @param begins whether they alone are a reason to suggest something
 */
record Passage(
        @Nullable String speaker,
        @Nullable Spoken spoken,
        @Nullable String need,
        String words,
        double weight,
        boolean begins) {

    /** Heard lately, some heard turns ago. */
    static Passage heard(String speaker, Spoken spoken, String words, int ago) {
        return new Passage(speaker, spoken, null, words, Math.max(0.4, 1 - 0.08 * ago), true);
    }

    /** Of a need of earlier days, which alone is no reason to begin with a suggestion. */
    static Passage ofNeed(String title, String words) {
        return new Passage(null, null, title, words, 0.7, false);
    }

    /** What they want to know, where it is this that is to be answered. */
    static Passage asked(String title, String words) {
        return new Passage(null, null, title, words, 1, true);
    }
}
