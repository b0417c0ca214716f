package org.attune.nurture;

import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.outside.OutsideLinkId;
import org.jspecify.annotations.Nullable;

/**
 * A touch goes out as a letter.
 *
 * @param address one of the contact's; none means their first that works
 * @param answers the touch whose letter it goes on from
 * @param thread the conversation whose thread of mail it goes on from
 * @param link one of the viewer's for them, that goes with it
 */
public record SendTouch(
        @Nullable String address,
        @Nullable String subject,
        @Nullable UUID answers,
        @Nullable ConversationId thread,
        @Nullable OutsideLinkId link) {}
