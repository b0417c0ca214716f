package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rhythm: within the ideal interval 100, from there evenly down to 0 at twice the longest. Agreed silence stops the clock. */
final class Recency {

    private Recency() {}

    static Found of(Known known, LocalDate day) {
        Optional<Talk> last = known.talks().stream()
                .filter(Talk::isTwoWay)
                .max(Comparator.comparing(talk -> talk.lastHeard().orElseThrow()));
        if (last.isEmpty()) {
            return Found.unknown("health.reason.rhythm.not-heard");
        }
        return known.pace()
                .on(day)
                .map(interval -> within(last.get(), interval, known.pace(), day))
                .orElseGet(() -> Found.unknown("health.reason.rhythm.no-interval"));
    }

    private static Found within(Talk last, Pace.Interval interval, Pace pace, LocalDate day) {
        LocalDate heard = last.lastHeard().orElseThrow();
        int since = pace.countedDays(heard, day);
        double value = worth(since, interval);
        Reason reason = pace.quietOn(day)
                .map(until -> Reason.of("health.reason.rhythm.quiet", heard, until))
                .orElseGet(() -> Reason.of(
                        since <= interval.ideal() ? "health.reason.rhythm.within" : "health.reason.rhythm.late",
                        heard,
                        since,
                        interval.ideal(),
                        interval.longest()));
        return Found.of(value, List.of(reason.behind(Behind.Kind.CONVERSATION, last.id())));
    }

    private static double worth(int since, Pace.Interval interval) {
        int zero = 2 * interval.longest();
        if (since <= interval.ideal()) {
            return 100;
        }
        return since >= zero ? 0 : 100.0 * (zero - since) / (zero - interval.ideal());
    }
}
