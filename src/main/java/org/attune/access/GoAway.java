package org.attune.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody will be away.
 *
 * @param id made beforehand, so that a repeat says it once
 * @param from the first day away, where they live
 * @param until the last one
 */
public record GoAway(UUID id, UserId who, UserId standIn, LocalDate from, LocalDate until) {}
