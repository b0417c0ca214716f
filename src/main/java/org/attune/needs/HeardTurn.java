package org.attune.needs;

import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Something heard, as needs look at it.
 *
 * @param words none once they were erased
 */
record HeardTurn(TurnId id, ContactId speaker, @Nullable String words) {}
