package org.attune.coaching;

import java.util.List;
import java.util.Map;
import org.attune.health.NextMove;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * How the relationships of one person are doing.
 *
 * @param counts how many in each band, by its word in the database
 * @param inTrouble those at risk and cooling, the worst first, as far as the viewer may see them
 */
public record HealthOfTheirs(Map<String, Integer> counts, List<Relationship> inTrouble) {

    public HealthOfTheirs {
        counts = Map.copyOf(counts);
        inTrouble = List.copyOf(inTrouble);
    }

    /**
     * One that needs somebody.
     *
     * @param moves the one or two things that would help
     */
    public record Relationship(
            ContactId id,
            String name,
            String band,
            @Nullable Integer score,
            List<NextMove> moves) {

        public Relationship {
            moves = List.copyOf(moves);
        }

        Relationship with(List<NextMove> found) {
            return new Relationship(id, name, band, score, found);
        }
    }

    public int count(String band) {
        return counts.getOrDefault(band, 0);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }
}
