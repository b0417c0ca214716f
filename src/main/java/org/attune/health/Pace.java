package org.attune.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often one wants to speak with somebody, and the days that were agreed to be quiet.
 *
 * @param own their own interval, which goes before that of any stage
 */
record Pace(@Nullable Interval own, List<Move> moves, List<Rule> rules, List<Silence> silences) {

    static final Pace NONE = new Pace(null, List.of(), List.of(), List.of());

    record Interval(int ideal, int longest) {}

    /**
     * They were moved to a stage.
     *
     * @param stage none: to none
     * @param until to ask again on that day, and not before
     */
    record Move(
            Instant at,
            LocalDate day,
            @Nullable String stage,
            @Nullable LocalDate until) {}

    /** What a version of the stages says about one, from the day after it was published. */
    record Rule(
            int version,
            LocalDate published,
            String stage,
            @Nullable Interval interval) {}

    /**
     * Days on which nothing nags.
     *
     * @param ended the day on which it was ended before its time, which is no longer quiet
     */
    record Silence(
            LocalDate from, LocalDate until, @Nullable LocalDate ended) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until) && (ended == null || day.isBefore(ended));
        }
    }

    Pace {
        moves = moves.stream().sorted(Comparator.comparing(Move::at)).toList();
        rules = rules.stream().sorted(Comparator.comparing(Rule::version)).toList();
        silences = List.copyOf(silences);
    }

    /** The last days up to this one, without those that were agreed to be quiet. */
    int countedDays(LocalDate after, LocalDate until) {
        List<Silence> quiet = quiet();
        if (quiet.isEmpty()) {
            return Math.toIntExact(Math.max(0, until.toEpochDay() - after.toEpochDay()));
        }
        return Math.toIntExact(after.plusDays(1)
                .datesUntil(until.isAfter(after) ? until.plusDays(1) : after.plusDays(1))
                .filter(day -> quiet.stream().noneMatch(one -> one.covers(day)))
                .count());
    }

    /** Until when it is quiet, where it is on this day. */
    Optional<LocalDate> quietOn(LocalDate day) {
        return quiet().stream()
                .filter(one -> one.covers(day))
                .map(Silence::until)
                .max(Comparator.naturalOrder());
    }

    /** Who is to be asked again on a day keeps the interval of the stage before: the relationship is what it was. */
    Optional<Interval> on(LocalDate day) {
        if (own != null) {
            return Optional.of(own);
        }
        List<Move> then = moves.stream().filter(one -> !one.day().isAfter(day)).toList();
        for (int n = then.size() - 1; n >= 0; n--) {
            Move move = then.get(n);
            Optional<Interval> interval = ofStage(move.stage(), day);
            if (interval.isPresent() || move.until() == null) {
                return interval;
            }
        }
        return Optional.empty();
    }

    private Optional<Interval> ofStage(@Nullable String stage, LocalDate day) {
        List<Rule> of =
                rules.stream().filter(rule -> rule.stage().equals(stage)).toList();
        return of.stream()
                .filter(rule -> rule.published().isBefore(day))
                .reduce((earlier, later) -> later)
                .or(() -> of.stream().findFirst())
                .map(Rule::interval);
    }

    private List<Silence> quiet() {
        List<Silence> all = new ArrayList<>(silences);
        for (int n = 0; n < moves.size(); n++) {
            Move move = moves.get(n);
            if (move.until() != null) {
                all.add(new Silence(
                        move.day(),
                        move.until(),
                        n + 1 < moves.size() ? moves.get(n + 1).day() : null));
            }
        }
        return all;
    }
}
