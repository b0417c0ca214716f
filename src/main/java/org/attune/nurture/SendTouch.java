package org.attune.nurture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A touch goes out as a letter.
 *
 * @param address one of the contact's; none means their first that works
 * @param answers the touch whose letter it goes on from
 */
public record SendTouch(
        @Nullable String address,
        @Nullable String subject,
        @Nullable UUID answers) {}
