package org.attune.fields;

import java.util.UUID;

/**
 * One of the answers a field offers.
 *
 * @param retired not offered any more; who has it keeps it
 */
public record FieldChoice(UUID id, String name, boolean retired, int version) {}
