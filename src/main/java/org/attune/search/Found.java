package org.attune.search;

import java.util.List;

/** What was found, group by group; empty groups are left out. */
public record Found(Query query, List<Part> parts) {

    /** One group. */
    public record Part(Group group, Hits hits) {}

    /** How many stand on the page; there may be more. */
    public int shown() {
        return parts.stream().mapToInt(part -> part.hits().items().size()).sum();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
