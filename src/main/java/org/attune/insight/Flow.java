package org.attune.insight;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How contacts moved between stages in a period, and where they stand and wait today.
 *
 * @param nowhere those who are not on the path yet
 * @param path the stages of today's definition, in their order
 * @param beside today's stages beside the path
 * @param retired stages that are no more, as far as somebody came or left in this period
 * @param overridden the newest moves without all that the stage asks for
 */
public record Flow(
        Stop nowhere,
        List<Stop> path,
        List<Stop> beside,
        List<Stop> retired,
        Moved moved,
        Moved movedBefore,
        List<CountedRow> overridden) {

    public Flow {
        path = List.copyOf(path);
        beside = List.copyOf(beside);
        retired = List.copyOf(retired);
        overridden = List.copyOf(overridden);
    }

    /** Whether nobody is there and nobody moved. */
    public boolean isEmpty() {
        return there() + moved.all() + movedBefore.all() == 0;
    }

    /** All relationships that are not archived. */
    public long there() {
        return everywhere().mapToLong(Stop::there).sum();
    }

    public long theyWait() {
        return everywhere().mapToLong(stop -> stop.theyWait().all()).sum();
    }

    public long weWait() {
        return everywhere().mapToLong(stop -> stop.weWait().all()).sum();
    }

    private Stream<Stop> everywhere() {
        return Stream.of(List.of(nowhere), path, beside).flatMap(List::stream);
    }

    /** The most that stand in one stage of the path: the whole width of a bar. */
    public long most() {
        return path.stream().mapToLong(Stop::there).max().orElse(0);
    }

    /**
     * A stage, or none yet.
     *
     * @param name as it is called now, or was called last
     * @param hat none beside the path
     * @param there who stands there today
     * @param came who came in, from wherever
     * @param on who left for a later stage, or from beside the path for one they had not reached before
     * @param back who left for an earlier one, or came back to the path
     * @param aside who left the path
     * @param retired who was taken elsewhere when the stage was retired
     * @param stays how many stays ended
     * @param usualDays half of the stays that ended were this long or shorter; none where none ended
     * @param theyWait what they wait for from us
     * @param weWait what we wait for from them
     */
    public record Stop(
            String key,
            @Nullable String name,
            @Nullable String hat,
            long there,
            long came,
            long on,
            long back,
            long aside,
            long retired,
            long stays,
            @Nullable Integer usualDays,
            Waiting theyWait,
            Waiting weWait) {

        /** As the width of a bar beside the longest. */
        public long bar(long most) {
            return most == 0 ? 0 : Math.round(100.0 * there / most);
        }

        /** Whoever left beside the path. */
        public long left() {
            return on + back + aside + retired;
        }

        boolean isQuiet() {
            return there + came + left() == 0;
        }
    }

    /** What somebody waits for: promises that are open, and questions without an answer. */
    public record Waiting(long promises, long questions) {

        public long all() {
            return promises + questions;
        }
    }

    /**
     * All moves of a period.
     *
     * @param came onto the path for the first time
     */
    public record Moved(long came, long on, long back, long aside, long retired, long overridden) {

        public long all() {
            return came + on + back + aside + retired;
        }
    }
}
