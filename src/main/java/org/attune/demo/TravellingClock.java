package org.attune.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Shows the time; while the demo is loaded, the time of what is being played. */
final class TravellingClock extends Clock {

    private final InstantSource present = InstantSource.system();
    private volatile @Nullable Instant elsewhere;

    void go(Instant moment) {
        elsewhere = moment;
    }

    void comeBack() {
        elsewhere = null;
    }

    @Override
    public Instant instant() {
        Instant moment = elsewhere;
        return moment == null ? present.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        TravellingClock here = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return here.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }
        };
    }
}
