package org.attune.people;

import java.util.SortedMap;

/**
 * What merging two contacts would do.
 *
 * @param moving how many rows of each table would follow
 */
public record MergePreview(ContactView kept, ContactView absorbed, SortedMap<String, Integer> moving) {}
