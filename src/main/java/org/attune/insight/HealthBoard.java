package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.health.NextMove;
import org.jspecify.annotations.Nullable;

/**
 * How relationships are, and how that moved.
 *
 * @param today the day they are so
 * @param then the evening before the period, with which it is compared
 * @param now by the team they are with now
 * @param before how those were that were with these teams then
 * @param steps how they were at the end of each week or month
 * @param troubled the worst of those cooling or at risk
 * @param troubledInAll how many there are
 * @param withoutNext with how many of them nothing is agreed
 * @param neglected those nobody tended for longest
 * @param missing how many are unknown, by the number of conversations that are missing; 0 where they are there
 */
public record HealthBoard(
        LocalDate today,
        LocalDate then,
        Bands now,
        Bands before,
        Moved moved,
        List<Step> steps,
        List<Troubled> troubled,
        long troubledInAll,
        long withoutNext,
        List<Neglected> neglected,
        long neglectedInAll,
        Map<Integer, Long> missing) {

    /**
     * How many moved since then, of those that are theirs now.
     *
     * @param found unknown then, known now
     * @param lost known then, unknown now
     */
    public record Moved(long up, long down, long found, long lost) {}

    /** @param day the last of its week or month, or today */
    public record Step(LocalDate day, Bands bands) {}

    /**
     * A relationship that does badly.
     *
     * @param name none where the viewer may not read it
     * @param reasons the factors that stand lowest
     * @param next what is agreed; none where nothing is
     * @param moves what would help
     */
    public record Troubled(
            UUID contact,
            @Nullable String name,
            @Nullable String company,
            String owner,
            int score,
            String band,
            LocalDate since,
            List<Reason> reasons,
            @Nullable Next next,
            List<NextMove> moves) {

        public Troubled {
            reasons = List.copyOf(reasons);
            moves = List.copyOf(moves);
        }

        Troubled helpedBy(List<NextMove> found) {
            return new Troubled(contact, name, company, owner, score, band, since, reasons, next, found);
        }
    }

    /** @param value 0 to 100 */
    public record Reason(String factor, int value) {}

    /**
     * @param kind promise-us, promise-them, planned, silence or stop
     * @param words of a promise; none where it has none or they may not be read
     */
    public record Next(String kind, LocalDate day, @Nullable String words) {}

    /** @param why as {@code neglected_contact} says it */
    public record Neglected(UUID contact, @Nullable String name, String owner, String why, LocalDate since) {}

    public HealthBoard {
        steps = List.copyOf(steps);
        troubled = List.copyOf(troubled);
        neglected = List.copyOf(neglected);
        missing = Map.copyOf(missing);
    }
}
