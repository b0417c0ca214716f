package org.attune.library;

import java.util.List;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * How it worked for somebody is written down.
 *
 * @param need the one it is about, of those the viewer sees
 * @param heard the heard turns whose words stand in it, in this order
 */
public record WriteStory(
        StoryId id, ContactId contact, @Nullable UUID need, StoryWords words, List<UUID> heard) {

    public WriteStory {
        heard = List.copyOf(heard);
    }
}
