package org.attune.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A story as its page shows it. Whoever is not of its team reads it without names, unless the consent allows them.
 *
 * @param contact whose it is, where the viewer sees them
 * @param about their name, where the viewer may know it
 * @param tended whether the viewer is of its team: writes, notes consents, withdraws
 * @param consents the newest first; only for the team
 * @param inForce the one that holds today
 * @param uses the newest first; only for the team
 * @param tellTale names that stand in the words although the story is nameless to others
 */
public record StoryView(
        StoryId id,
        StoryWords words,
        List<HeardWordsView> heard,
        @Nullable UUID contact,
        @Nullable String about,
        @Nullable String company,
        @Nullable UUID need,
        String by,
        Instant writtenAt,
        @Nullable Instant retiredAt,
        int version,
        boolean tended,
        @Nullable ConsentView inForce,
        List<ConsentView> consents,
        List<StoryUse> uses,
        List<String> tellTale) {

    public StoryView {
        heard = List.copyOf(heard);
        consents = List.copyOf(consents);
        uses = List.copyOf(uses);
        tellTale = List.copyOf(tellTale);
    }

    public String path() {
        return "/library/stories/" + id.value();
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** The consent that was withdrawn last, where none took its place. */
    public @Nullable ConsentView withdrawn() {
        return inForce == null
                        && !consents.isEmpty()
                        && consents.get(0).consent().withdrawnOn() != null
                ? consents.get(0)
                : null;
    }
}
