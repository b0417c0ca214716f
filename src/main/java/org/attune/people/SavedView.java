package org.attune.people;

import java.util.UUID;

/**
 * A list of contacts somebody looks at often.
 *
 * @param query its filters and order, as in the address of the list
 */
public record SavedView(UUID id, String name, String query) {}
