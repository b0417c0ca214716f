package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known about one relationship: facts, each with the day it is of and the day since which it was known. In which order
 * they came in makes no difference.
 */
record Known(
        List<Talk> talks,
        List<Matter> matters,
        List<Promised> promises,
        List<Step> steps,
        List<Introduced> introductions,
        Pace pace,
        List<Pulsed> pulses) {

    static final Known NOTHING = new Known(List.of(), List.of(), List.of(), List.of(), List.of(), Pace.NONE);

    /** Where nobody was asked for a pulse. */
    Known(
            List<Talk> talks,
            List<Matter> matters,
            List<Promised> promises,
            List<Step> steps,
            List<Introduced> introductions,
            Pace pace) {
        this(talks, matters, promises, steps, introductions, pace, List.of());
    }

    Known {
        pulses = List.copyOf(pulses);
        talks = talks.stream()
                .sorted(Comparator.comparing(Talk::day).thenComparing(Talk::id))
                .toList();
        matters = matters.stream()
                .sorted(Comparator.comparing(Matter::day).thenComparing(Matter::turn))
                .toList();
        promises = promises.stream()
                .sorted(Comparator.comparing(Promised::firstDue).thenComparing(Promised::id))
                .toList();
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::known)
                        .thenComparing(Step::reached)
                        .thenComparing(Step::need))
                .toList();
        introductions = introductions.stream()
                .sorted(Comparator.comparing(Introduced::day).thenComparing(Introduced::id))
                .toList();
    }

    /** What was known of it by the end of a day. */
    Known asOf(LocalDate day) {
        return new Known(
                among(
                                talks.stream(),
                                talk -> !talk.known().isAfter(day)
                                        && !talk.day().isAfter(day))
                        .map(talk -> talk.asOf(day))
                        .toList(),
                among(matters.stream(), one -> !one.known().isAfter(day))
                        .map(matter -> matter.asOf(day))
                        .toList(),
                among(promises.stream(), one -> !one.known().isAfter(day))
                        .map(promise -> promise.asOf(day))
                        .toList(),
                among(steps.stream(), one -> !one.known().isAfter(day)).toList(),
                among(introductions.stream(), one -> one.holds(day)).toList(),
                pace,
                among(pulses.stream(), one -> !one.day().isAfter(day)).toList());
    }

    /** In how many conversations they said something. */
    int twoWay() {
        return (int) talks.stream().filter(Talk::isTwoWay).count();
    }

    private static <T> Stream<T> among(Stream<T> all, Predicate<T> known) {
        return all.filter(known);
    }
}
