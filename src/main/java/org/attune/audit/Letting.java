package org.attune.audit;

import java.util.List;

/**
 * What a period would let go today.
 *
 * @param number of rows, or of people
 * @param names of the people among them whom the viewer sees
 */
public record Letting(Period period, int number, List<String> names) {}
