package org.attune.audit;

import java.util.Map;

/**
 * One row of what is known about a person.
 *
 * @param kind the table it stands in
 */
public record KnownPart(String kind, Map<String, Object> values) {}
