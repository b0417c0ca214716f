package org.attune.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.attune.access.WorkingWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorningTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Clocks in Berlin go on at two on 29 March and back at three on 25 October 2026, both Sundays. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T06:00:00Z, 2026-03-27, 2026-03-26",
        "2026-03-30T05:00:00Z, 2026-03-30, 2026-03-27",
        "2026-03-30T08:59:59Z, 2026-03-30, 2026-03-27",
        "2026-10-23T05:00:00Z, 2026-10-23, 2026-10-22",
        "2026-10-26T06:00:00Z, 2026-10-26, 2026-10-23",
    })
    void beginsAtSevenByTheirClocksAndLastsFourHours(Instant now, LocalDate day, LocalDate before) {
        assertThat(Morning.at(now, BERLIN, WorkingWeek.USUAL)).contains(new Morning(day, before, BERLIN));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30T04:59:59Z",
        "2026-03-30T09:00:00Z",
        "2026-10-26T05:59:59Z",
        "2026-03-28T07:00:00Z",
        "2026-03-29T07:00:00Z"
    })
    void isNotBeforeNorAfterNorOnADayNobodyWorks(Instant now) {
        assertThat(Morning.at(now, BERLIN, WorkingWeek.USUAL)).isEmpty();
    }

    /** Casablanca, Lord Howe and Apia have changed their clocks by night and by whole days; where they are is what counts. */
    @ParameterizedTest
    @CsvSource({"Pacific/Apia", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"})
    void comesOnceADayEverywhere(ZoneId zone) {
        WorkingWeek always = WorkingWeek.of(DayOfWeek.MONDAY, List.of(DayOfWeek.values()));
        Instant begin = Instant.parse("2026-03-01T00:00:00Z");
        List<LocalDate> days = java.util.stream.IntStream.range(0, 60 * 24 * 4)
                .mapToObj(quarter -> Morning.at(begin.plusSeconds(quarter * 900L), zone, always))
                .flatMap(morning -> morning.map(Morning::day).stream())
                .distinct()
                .toList();
        assertThat(days).hasSizeBetween(59, 61).isSorted();
    }

    @Test
    void theWorkingDayBeforeAMondayIsAFriday() {
        WorkingWeek sundays = WorkingWeek.of(DayOfWeek.SUNDAY, List.of(DayOfWeek.SUNDAY));
        Instant sunday = Instant.parse("2026-03-29T06:00:00Z");
        assertThat(Morning.at(sunday, BERLIN, sundays).orElseThrow().before()).isEqualTo("2026-03-22");
    }
}
