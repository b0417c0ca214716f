package org.attune.people;

import java.util.UUID;

/** Names a company. */
public record CompanyId(UUID value) {}
