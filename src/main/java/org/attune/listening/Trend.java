package org.attune.listening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.attune.conversations.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * A person's interest over time: coaching for whoever it is about, no forecast, nothing to compare people by. Each point is the mean
 * of ten conversations in a row, with its range.
 *
 * @param shown whether the viewer may see figures about this person; otherwise the rest is empty
 * @param conversations how many count: complete logs with four goes of each side, after the first ten conversations of all
 * @param points oldest first; none below ten
 * @param parts the mean of each part over the last ten, of those in which it can be computed; empty below ten
 */
public record Trend(boolean shown, int conversations, List<Point> points, Map<Part, PartMean> parts) {

    /** How many conversations a point is made of, and so from how many on there is one. */
    public static final int FEWEST = 10;

    static final Trend NOT_SHOWN = new Trend(false, 0, List.of(), Map.of());

    public Trend {
        points = List.copyOf(points);
        parts = Map.copyOf(parts);
    }

    /**
     * The mean of ten conversations.
     *
     * @param day of the last of them, in the organisation's zone
     * @param low where the range begins that ten cannot tell the mean more closely than, at 95 %: see {@link Range}
     * @param high where it ends
     * @param last the last of the ten, by which they are found again
     */
    public record Point(LocalDate day, double mean, double low, double high, ConversationId last) {}

    /**
     * One of the conversations behind a figure.
     *
     * @param worth of the part that was asked for, 0 to 100; none where none was: one conversation alone has no score
     */
    public record Behind(
            ConversationId conversation, @Nullable Double worth) {}

    /** @param conversations in how many of the ten it can be computed */
    public record PartMean(double mean, int conversations) {}

    /** What may be said about the last ten and the ten before them. */
    public enum Direction {
        RISEN,
        FALLEN,
        /** What differs lies within what chance does. */
        NOTHING_TO_TELL
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** How many more conversations there have to be until there is a point; none as soon as there is one. */
    public int missing() {
        return Math.max(0, FEWEST - conversations);
    }

    /** The last ten conversations; none below ten. */
    public @Nullable Point latest() {
        return points.isEmpty() ? null : points.get(points.size() - 1);
    }

    /** Against the ten conversations before the last ten; none below twenty. */
    public @Nullable Direction direction() {
        if (points.size() <= FEWEST) {
            return null;
        }
        Point now = points.get(points.size() - 1);
        Point then = points.get(points.size() - 1 - FEWEST);
        if (now.low() > then.high()) {
            return Direction.RISEN;
        }
        return now.high() < then.low() ? Direction.FALLEN : Direction.NOTHING_TO_TELL;
    }
}
