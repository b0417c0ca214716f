package org.attune.health;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Needs: the furthest that one of theirs ever got. Where it ended does not take that back: an honest no is no step back. */
final class Furthest {

    private Furthest() {}

    static Found of(Known known) {
        return known.steps().stream()
                .max(Comparator.comparing(Step::reached).thenComparing(Step::known))
                .map(step -> Found.of(
                        step.reached().worth,
                        List.of(Reason.of(
                                        "health.reason.needs."
                                                + step.reached().name().toLowerCase(Locale.ROOT),
                                        step.known())
                                .behind(Behind.Kind.NEED, step.need()))))
                .orElseGet(() -> Found.unknown("health.reason.needs.none"));
    }
}
