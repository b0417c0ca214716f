package org.attune.nurture;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** Somebody in the queue, before what would help is looked up. */
record ListedContact(
        ContactId contact,
        String name,
        UUID owner,
        LocalDate since,
        QueueWhy why,
        @Nullable UUID about,
        LocalDate factOn) {}
