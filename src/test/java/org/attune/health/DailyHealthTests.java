package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job that ages everybody, on a calendar of its own. */
class DailyHealthTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 26); // the clocks go forward on the 29th
    private static final LocalDate LAST = FIRST.plusDays(6);

    @Test
    void healthFallsFromDayToDayAndEachDayIsCounted() {
        HealthHouse house = new HealthHouse();
        UUID helen = people(house);

        everyDay(house);

        assertThat(house.daysCounted())
                .containsExactlyElementsOf(FIRST.minusDays(20).datesUntil(LAST).toList());
        assertThat(house.jdbc
                        .sql("select score from health_history where contact_id = :id and day >= :first order by day")
                        .param("id", helen)
                        .param("first", FIRST.plusDays(1))
                        .query(Integer.class)
                        .list())
                .hasSize(6)
                .isSortedAccordingTo((one, other) -> other - one)
                .doesNotHaveDuplicates();
    }

    @Test
    void threeDaysOffGiveTheSameHistory() {
        HealthHouse on = new HealthHouse();
        HealthHouse off = new HealthHouse();
        people(on);
        people(off);

        everyDay(on);
        Stream.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(5), LAST)
                .forEach(day -> off.at(day).job().work());

        assertThat(off.kept()).isEqualTo(on.kept());
    }

    @Test
    void runTwiceGivesTheSameHistory() {
        HealthHouse once = new HealthHouse();
        HealthHouse twice = new HealthHouse();
        people(once);
        people(twice);

        everyDay(once);
        days().forEach(day -> {
            twice.at(day).job().work();
            twice.at(day, LocalTime.of(23, 7)).job().work();
        });

        assertThat(twice.kept()).isEqualTo(once.kept());
    }

    @Test
    void twoInstancesAtOnceGiveTheSameHistory() {
        HealthHouse one = new HealthHouse();
        HealthHouse two = new HealthHouse();
        people(one);
        people(two);

        everyDay(one);
        days().forEach(day -> CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> two.at(day).job().work()),
                        CompletableFuture.runAsync(() -> two.at(day).job().work()))
                .join());

        assertThat(two.kept()).isEqualTo(one.kept());
    }

    @Test
    void whoWasStoppedInTheMiddleGoesOnFromThere() {
        HealthHouse whole = new HealthHouse();
        HealthHouse stopped = new HealthHouse();
        people(whole);
        UUID helen = people(stopped);

        everyDay(whole);
        stopped.at(FIRST).job().work();
        stopped.at(FIRST.plusDays(3)).age(helen);
        stopped.at(LAST).job().work();

        assertThat(stopped.kept()).isEqualTo(whole.kept());
    }

    @Test
    void whatHappensBeforeTheJobWasRunChangesNoDayThatIsOver() {
        HealthHouse on = new HealthHouse();
        HealthHouse off = new HealthHouse();

        UUID there = people(on);
        on.at(FIRST).job().work();
        days().filter(day -> !day.isBefore(FIRST.plusDays(1))).forEach(day -> {
            on.at(day).job().work();
            if (day.equals(FIRST.plusDays(4))) {
                on.heard(on.anna(), there, day.minusDays(3), day);
                on.at(day, LocalTime.NOON).changed(there);
            }
        });

        UUID here = people(off);
        off.at(FIRST).job().work();
        off.heard(off.anna(), here, FIRST.plusDays(1), FIRST.plusDays(4));
        off.at(FIRST.plusDays(4), LocalTime.NOON).changed(here);
        off.at(LAST).job().work();

        assertThat(off.kept()).isEqualTo(on.kept());
    }

    @Test
    void whatWasLostIsToldAgainDayByDay() {
        HealthHouse house = new HealthHouse();
        people(house);
        everyDay(house);
        var kept = house.kept();

        List.of("contact_health", "health_history", "health_day")
                .forEach(table -> house.jdbc.sql("delete from " + table).update());
        house.at(LAST).rebuild().rebuildAll();

        assertThat(house.kept()).isEqualTo(kept);
    }

    @Test
    void aRebuildMendsWhatIsWrongTodayAndLeavesTheDaysThatAreOver() {
        HealthHouse house = new HealthHouse();
        people(house);
        everyDay(house);
        var kept = house.kept();

        house.jdbc.sql("update contact_health set score = 1, band = 'at_risk'").update();
        house.jdbc
                .sql("update health_history set score = 1, band = 'at_risk' where day = :today")
                .param("today", LAST)
                .update();
        house.at(LAST).rebuild().rebuildAll();

        assertThat(house.kept()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Auckland, 2026-04-04", "America/Los_Angeles, 2026-10-31", "Asia/Kathmandu, 2026-02-27"})
    void aDayIsADayOfTheOrganisation(String zone, LocalDate before) {
        HealthHouse house = new HealthHouse(ZoneId.of(zone));
        house.heardOn(house.anna(), before.minusDays(3), before, before.minusDays(1), before.minusDays(2));

        house.at(before, LocalTime.of(23, 59)).job().work();
        assertThat(house.daysCounted()).endsWith(before.minusDays(1));
        house.at(before.plusDays(1), LocalTime.of(0, 1)).job().work();
        assertThat(house.daysCounted()).endsWith(before);
        house.at(before.plusDays(1), LocalTime.of(23, 59)).job().work();
        assertThat(house.daysCounted()).endsWith(before);
    }

    /** Three of two teams: one grows cold, one was heard of late, one is hardly known. */
    private static UUID people(HealthHouse house) {
        UUID helen = house.heardOn(
                house.anna(), FIRST.minusDays(20), FIRST.minusDays(12), FIRST.minusDays(8), FIRST.minusDays(2));
        house.heardOn(house.boris(), FIRST.minusDays(15), FIRST.minusDays(14), FIRST.minusDays(13), FIRST.minusDays(1));
        house.heardOn(house.boris(), FIRST.minusDays(15), FIRST.minusDays(14));
        return helen;
    }

    private static void everyDay(HealthHouse house) {
        days().forEach(day -> house.at(day).job().work());
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }
}
