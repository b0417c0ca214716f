package org.attune.library;

import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom something is looked for in the library.
 *
 * @param wantsToKnow the need that is to be answered; none: whatever fits what they said last and need
 */
public record WhomToHelp(ContactId contact, @Nullable UUID wantsToKnow) {}
