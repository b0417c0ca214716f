package org.attune.library;

import java.util.List;

/**
 * What a story says in our words; what was heard is picked from the log.
 *
 * @param result in their numbers
 * @param speaksTo the needs it speaks to, in the words customers use
 * @param themes their names
 */
public record StoryWords(
        String title,
        String situation,
        String found,
        String result,
        String language,
        String speaksTo,
        List<String> themes) {

    public StoryWords {
        themes = List.copyOf(themes);
    }
}
