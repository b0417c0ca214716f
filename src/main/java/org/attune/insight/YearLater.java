package org.attune.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of that which was won a year earlier.
 *
 * @param from the first day of the window in which it was won
 * @param until its last
 * @param groups all of it, then as they asked or we proposed, then by how the relationship was on the evening before
 */
public record YearLater(LocalDate from, LocalDate until, List<Group> groups) {

    /** All first, then each way to divide it. */
    public static final List<String> GROUPS = List.of("all", "pulled", "pushed", "healthy", "unhealthy", "unknown");

    /**
     * Some of what was won.
     *
     * @param won how many offers
     * @param here with how many of these people somebody of theirs still works, so that more can be said
     * @param stayed they were not parted from, nobody wished to stop, nobody put them away
     * @param again they said yes to another offer since
     * @param introduced they brought somebody since
     */
    public record Group(String name, long won, long here, long stayed, long again, long introduced) {

        Group and(Group other) {
            return new Group(
                    name,
                    won + other.won,
                    here + other.here,
                    stayed + other.stayed,
                    again + other.again,
                    introduced + other.introduced);
        }

        /** With somebody else by now, or forgotten on request. */
        public long elsewhere() {
            return won - here;
        }
    }

    public YearLater {
        groups = List.copyOf(groups);
    }

    public Group group(String name) {
        return groups.get(GROUPS.indexOf(name));
    }
}
