package org.attune.library;

import java.util.List;

/**
 * A story as it may leave the house today, to be told, copied or sent: without names, unless the consent allows them.
 *
 * @param heard what was said, one by one
 */
public record ToldStory(
        StoryId id,
        String title,
        String situation,
        List<HeardWordsView> heard,
        String found,
        String result,
        Consent consent) {

    public ToldStory {
        heard = List.copyOf(heard);
    }
}
