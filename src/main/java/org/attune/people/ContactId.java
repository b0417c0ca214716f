package org.attune.people;

import java.util.UUID;

/** Names a contact: a person. */
public record ContactId(UUID value) {}
