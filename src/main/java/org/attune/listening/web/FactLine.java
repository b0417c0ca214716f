package org.attune.listening.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact in finished words.
 *
 * @param value none where there is nothing to measure; then {@code says} is why
 * @param turns behind it, as links
 * @param waiting turns that were counted and are not among these
 */
public record FactLine(
        String label, @Nullable String value, @Nullable String says, List<TurnLink> turns, List<TurnLink> waiting) {

    /** How many links stand there at once; the others are folded. */
    private static final int SHOWN = 12;

    public FactLine {
        turns = List.copyOf(turns);
        waiting = List.copyOf(waiting);
    }

    public List<TurnLink> first() {
        return turns.subList(0, Math.min(SHOWN, turns.size()));
    }

    public List<TurnLink> more() {
        return turns.subList(first().size(), turns.size());
    }
}
