package org.attune.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Follow-through: open threads and their questions that we picked up. One that waits counts only once we said something on a
 * later day without picking it up; what was let go does not count.
 */
final class TakenUp {

    private static final int NAMED = 2;

    private TakenUp() {}

    static Found of(Known known) {
        Optional<LocalDate> spoke =
                known.talks().stream().flatMap(talk -> talk.lastOurs().stream()).max(Comparator.naturalOrder());
        Fading mean = new Fading();
        List<Matter> picked = new ArrayList<>();
        List<Matter> missed = new ArrayList<>();
        for (Matter matter : known.matters()) {
            if (matter.isPickedUp()) {
                mean.add(matter.day(), 100);
                picked.add(matter);
            } else if (!matter.isLetGo() && spoke.filter(matter.day()::isBefore).isPresent()) {
                mean.add(matter.day(), 0);
                missed.add(matter);
            }
        }
        if (mean.isEmpty()) {
            return Found.unknown("health.reason.follow-through.unknown");
        }
        return Found.of(mean.mean(), reasons(picked, missed));
    }

    /** Of what was picked up, with the newest. */
    private static List<Reason> reasons(List<Matter> picked, List<Matter> missed) {
        Reason all = Reason.of("health.reason.follow-through.picked-up", picked.size(), picked.size() + missed.size());
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                picked.isEmpty()
                        ? all
                        : all.behind(
                                Behind.Kind.TURN, picked.get(picked.size() - 1).turn()));
        missed.stream()
                .sorted(Comparator.comparing(Matter::day).reversed())
                .limit(NAMED)
                .map(matter -> Reason.of("health.reason.follow-through.waits", matter.day())
                        .behind(Behind.Kind.TURN, matter.turn()))
                .forEach(reasons::add);
        return reasons;
    }
}
