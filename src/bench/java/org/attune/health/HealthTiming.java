package org.attune.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The health of one relationship on one day. */
@State(Scope.Benchmark)
public class HealthTiming {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Param({"5", "500"})
    int talks;

    private Known known = Known.NOTHING;

    @Setup
    public void somebodyWasTalkedWith() {
        List<Talk> held = new ArrayList<>();
        List<Matter> matters = new ArrayList<>();
        for (int n = 0; n < talks; n++) {
            LocalDate day = TODAY.minusDays(7L * n);
            List<Talk.Said> said = List.of(new Talk.Said(day, day, 3, 120, 2, 60));
            held.add(new Talk(new UUID(1, n), day, day, n % 2 == 0, null, day, true, said));
            matters.add(new Matter(new UUID(2, n), day, day, n % 3 == 0 ? null : day.plusDays(5), null));
        }
        known = new Known(held, matters, List.of(), List.of(), List.of(), Pace.NONE);
    }

    @Benchmark
    public Object health() {
        return Health.of(known, TODAY, Weights.usual());
    }
}
