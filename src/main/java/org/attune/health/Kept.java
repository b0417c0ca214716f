package org.attune.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Promises: ours, kept in time. Every ten days that one is overdue weigh as much as a broken one; one kept late weighs half at
 * worst. As long as none is settled it only says whether something is late.
 */
final class Kept {

    private static final double DAYS_LIKE_BROKEN = 10;
    private static final int NAMED = 2;

    private Kept() {}

    private record Weighed(Promised promise, Promised.Standing standing) {

        boolean isOpenAndLate() {
            return standing.settled() == null && standing.late() > 0;
        }

        boolean isBroken() {
            return standing.settled() == Promised.Kind.BROKEN;
        }

        LocalDate day() {
            LocalDate settled = standing.settledOn();
            return settled == null ? standing.due() : settled;
        }

        Reason broken() {
            return Reason.of("health.reason.promises.broken", day()).behind(Behind.Kind.PROMISE, promise.id());
        }

        Reason reason() {
            Reason reason = standing.overdue() > 0
                    ? Reason.of("health.reason.promises.overdue", standing.due(), standing.overdue())
                    : Reason.of("health.reason.promises.moved-late", standing.due(), standing.late());
            return reason.behind(Behind.Kind.PROMISE, promise.id());
        }

        double good() {
            return standing.settled() == Promised.Kind.KEPT ? 1 : 0;
        }

        double bad() {
            double late = standing.late() / DAYS_LIKE_BROKEN;
            if (standing.settled() == null) {
                return late;
            }
            return standing.settled() == Promised.Kind.KEPT ? Math.min(1, late) : 1;
        }

        double weight() {
            return Fading.weight(day());
        }
    }

    static Found of(Known known, LocalDate day) {
        List<Weighed> all = known.promises().stream()
                .map(one -> new Weighed(one, one.standing(day, known.pace())))
                .toList();
        if (all.isEmpty()) {
            return Found.unknown("health.reason.promises.none");
        }
        boolean settled = all.stream().anyMatch(one -> one.standing().settled() != null);
        return Found.of(settled ? weighed(all) : untilNow(all), reasons(all, settled));
    }

    private static double weighed(List<Weighed> all) {
        double good = all.stream().mapToDouble(one -> one.weight() * one.good()).sum();
        double bad = all.stream().mapToDouble(one -> one.weight() * one.bad()).sum();
        return good == 0 ? 0 : 100 * good / (good + bad);
    }

    private static double untilNow(List<Weighed> all) {
        return 100 / (1 + all.stream().mapToDouble(Weighed::bad).sum());
    }

    private static List<Reason> reasons(List<Weighed> all, boolean settled) {
        List<Reason> reasons = new ArrayList<>();
        if (settled) {
            reasons.add(kept(all));
        }
        newest(all, Weighed::isBroken).limit(NAMED).map(Weighed::broken).forEach(reasons::add);
        all.stream()
                .filter(Weighed::isOpenAndLate)
                .limit(NAMED)
                .map(Weighed::reason)
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            reasons.add(Reason.of("health.reason.promises.in-time", all.size())
                    .behind(Behind.Kind.PROMISE, all.get(0).promise().id()));
        }
        return reasons;
    }

    /** With the last that was kept. */
    private static Reason kept(List<Weighed> all) {
        List<Weighed> kept = newest(all, one -> one.good() > 0).toList();
        int inTime =
                (int) kept.stream().filter(one -> one.standing().late() == 0).count();
        int of = (int)
                all.stream().filter(one -> one.standing().settled() != null).count();
        Reason reason = Reason.of("health.reason.promises.kept", inTime, kept.size(), of);
        return kept.isEmpty()
                ? reason
                : reason.behind(Behind.Kind.PROMISE, kept.get(0).promise().id());
    }

    private static Stream<Weighed> newest(List<Weighed> all, Predicate<Weighed> which) {
        return all.stream()
                .filter(which)
                .sorted(Comparator.comparing(Weighed::day).reversed().thenComparing(one -> one.promise()
                        .id()));
    }
}
