package org.attune.voice;

import java.time.Instant;
import java.util.UUID;
import org.attune.people.ContactId;

/** Somebody the viewer works with said something that was answered since, and does not know it yet. */
public record ToTell(
        UUID statement,
        UUID answer,
        String words,
        Resolve resolve,
        Instant answeredAt,
        ContactId contact,
        String name,
        String givenName) {}
