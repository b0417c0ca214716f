package org.attune.platform.replica;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much of what may be read from a replica was, since this instance began. */
public final class Reads {

    private static final String NAME = "attune.reads";

    private final Counter replica;
    private final Map<Because, Counter> primary = new EnumMap<>(Because.class);

    Reads(MeterRegistry meters) {
        this.replica = meters.counter(NAME, "from", "replica", "because", "fresh");
        for (Because reason : Because.values()) {
            primary.put(
                    reason,
                    meters.counter(
                            NAME, "from", "primary", "because", reason.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** In numbers of transactions. */
    public record Share(long fromReplica, long all) {}

    public Share share() {
        double fromPrimary =
                primary.values().stream().mapToDouble(Counter::count).sum();
        return new Share((long) replica.count(), (long) (replica.count() + fromPrimary));
    }

    void fromReplica() {
        replica.increment();
    }

    void fromPrimary(Because reason) {
        Counter counter = primary.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
