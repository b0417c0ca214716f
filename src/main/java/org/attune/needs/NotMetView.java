package org.attune.needs;

import java.util.Set;
import java.util.UUID;

/** Somebody they named and we have not met yet. */
public record NotMetView(UUID id, String label, Set<PersonRole> roles) {}
