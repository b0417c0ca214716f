package org.attune.offers;

import java.util.UUID;

/**
 * Puts a policy in force, for offers recorded from now on.
 *
 * @param id made beforehand
 * @param basedOn the number of the version the choices began with
 * @param note why
 */
public record PublishPolicy(UUID id, int basedOn, GatePolicy policy, String note) {}
