package org.attune.access;

import java.util.UUID;

/** Names a user: somebody who signs in. */
public record UserId(UUID value) {}
