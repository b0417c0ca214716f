package org.attune.nurture;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Says how it goes on with somebody.
 *
 * @param id made beforehand, so that a repeat changes nothing; the silence that comes with "not now" has the same
 * @param askAgainOn for "not now" alone: the day on which we ask again
 * @param whoseWish for "stop" alone
 * @param wouldRefer whether they would bring us to others, where that was spoken about
 * @param why what to remember about it
 * @param decision after which it was asked, where it was one
 */
public record ChooseWayOn(
        UUID id,
        ContactId contact,
        @Nullable ConversationId conversation,
        Way way,
        @Nullable LocalDate askAgainOn,
        @Nullable Wish whoseWish,
        @Nullable Boolean wouldRefer,
        @Nullable String why,
        @Nullable UUID decision) {

    /** Not after a decision. */
    public ChooseWayOn(
            UUID id,
            ContactId contact,
            @Nullable ConversationId conversation,
            Way way,
            @Nullable LocalDate askAgainOn,
            @Nullable Wish whoseWish,
            @Nullable Boolean wouldRefer,
            @Nullable String why) {
        this(id, contact, conversation, way, askAgainOn, whoseWish, wouldRefer, why, null);
    }
}
