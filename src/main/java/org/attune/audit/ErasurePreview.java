package org.attune.audit;

import java.util.Map;

/**
 * What erasing would do.
 *
 * @param going how many rows of what would go
 * @param staying how many of what would stay, without their words
 */
public record ErasurePreview(PersonFound person, Map<String, Integer> going, Map<String, Integer> staying) {}
