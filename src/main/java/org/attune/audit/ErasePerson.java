package org.attune.audit;

import java.util.UUID;

/**
 * Asks to erase what is known about a person.
 *
 * @param id made beforehand, so that asking twice is asking once
 * @param name theirs, as whoever asks for it writes it; it has to be the one we know them by
 * @param reason why, without naming them: this stays
 */
public record ErasePerson(UUID id, UUID contact, String name, String reason) {}
