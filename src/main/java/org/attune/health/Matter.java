package org.attune.health;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something they said that wants to be picked up: an open thread or a question of theirs.
 *
 * @param turn where they said it
 * @param known the day since which it is marked so
 * @param pickedUp the day since which it is known that we picked it up
 * @param letGo the day on which somebody let it go
 */
record Matter(
        UUID turn,
        LocalDate day,
        LocalDate known,
        @Nullable LocalDate pickedUp,
        @Nullable LocalDate letGo) {

    Matter asOf(LocalDate end) {
        return new Matter(turn, day, known, by(end, pickedUp), by(end, letGo));
    }

    /** The same words, marked twice: picked up where one of both is, let go where neither still waits. */
    Matter and(Matter other) {
        return new Matter(
                turn,
                day,
                known.isBefore(other.known) ? known : other.known,
                earlier(pickedUp, other.pickedUp),
                letGo == null || other.letGo == null ? null : letGo.isAfter(other.letGo) ? letGo : other.letGo);
    }

    boolean isPickedUp() {
        return pickedUp != null;
    }

    boolean isLetGo() {
        return letGo != null && pickedUp == null;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable LocalDate by(LocalDate end, @Nullable LocalDate day) {
        return day == null || day.isAfter(end) ? null : day;
    }
}
