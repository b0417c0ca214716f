package org.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DaysTests {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    @Test
    void leavesWeekendsOutInBothDirections() {
        Days friday = on("2026-11-20T12:00:00Z");

        assertThat(friday.day("-5")).isEqualTo("2026-11-13");
        assertThat(friday.day("+1")).isEqualTo("2026-11-23");
        assertThat(friday.day("+6")).isEqualTo("2026-11-30");
    }

    @Test
    void countsFromASundayAsWell() {
        Days sunday = on("2026-11-22T12:00:00Z");

        assertThat(sunday.day("today")).isEqualTo("2026-11-22");
        assertThat(sunday.day("-1")).isEqualTo("2026-11-20");
        assertThat(sunday.day("+1")).isEqualTo("2026-11-23");
    }

    @Test
    void movesNothingThatHappenedIntoTheFuture() {
        Days early = on("2026-11-20T05:30:00Z");

        assertThat(early.past("today", EIGHT)).isEqualTo("2026-11-20T04:40:00Z");
        assertThat(early.planned("today", EIGHT)).isEqualTo("2026-11-20T07:00:00Z");
        assertThat(early.past("-1", EIGHT)).isEqualTo("2026-11-19T07:00:00Z");
    }

    @Test
    void keepsBusinessHoursWhenTheClocksChange() {
        assertThat(on("2026-11-20T12:00:00Z").past("-40", EIGHT)).isEqualTo("2026-09-25T06:00:00Z");
    }

    private static Days on(String now) {
        return new Days(Instant.parse(now), Staff.ZONE);
    }
}
