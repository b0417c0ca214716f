package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The job that ages everybody, on a calendar of its own. */
class DailyHealthTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 26); // the clocks go forward on the 29th
    private static final LocalDate LAST = FIRST.plusDays(6);

    private static HealthHouse house;
    private static UUID helen = HealthHouse.id(0);
    private static Map<String, List<Map<String, Object>>> everyDay = Map.of();

    @BeforeAll
    static void aWeekInWhichTheJobIsRunEveryDay() {
        house = new HealthHouse();
        helen = people(house);
        days().forEach(day -> house.at(day).job().work());
        everyDay = house.kept();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void begins() {
        house.isIn(HealthHouse.BERLIN);
        house.forgetHealth();
    }

    @Test
    void healthFallsFromDayToDayAndEachDayIsCounted() {
        days().forEach(day -> house.at(day).job().work());

        assertThat(house.daysCounted())
                .containsExactlyElementsOf(FIRST.minusDays(20).datesUntil(LAST).toList());
        assertThat(house.jdbc
                        .sql("select score from health_history where contact_id = :id and day > :first order by day")
                        .param("id", helen)
                        .param("first", FIRST)
                        .query(Integer.class)
                        .list())
                .hasSize(6)
                .isSortedAccordingTo((one, other) -> other - one)
                .doesNotHaveDuplicates();
    }

    @Test
    void threeDaysOffGiveTheSameHistory() {
        Stream.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(5), LAST)
                .forEach(day -> house.at(day).job().work());

        assertThat(house.kept()).isEqualTo(everyDay);
    }

    @Test
    void runTwiceGivesTheSameHistory() {
        days().forEach(day -> {
            house.at(day).job().work();
            house.at(day, LocalTime.of(23, 7)).job().work();
        });

        assertThat(house.kept()).isEqualTo(everyDay);
    }

    @Test
    void twoInstancesAtOnceGiveTheSameHistory() {
        days().forEach(day -> CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> house.at(day).job().work()),
                        CompletableFuture.runAsync(() -> house.at(day).job().work()))
                .join());

        assertThat(house.kept()).isEqualTo(everyDay);
    }

    @Test
    void whoWasStoppedInTheMiddleGoesOnFromThere() {
        house.at(FIRST).job().work();
        house.at(FIRST.plusDays(3)).age(helen);
        house.at(LAST).job().work();

        assertThat(house.kept()).isEqualTo(everyDay);
    }

    @Test
    void whatWasLostIsToldAgainDayByDay() {
        house.at(LAST).rebuild().rebuildAll();

        assertThat(house.kept()).isEqualTo(everyDay);
    }

    @Test
    void aRebuildMendsWhatIsWrongTodayAndLeavesTheDaysThatAreOver() {
        house.at(LAST).rebuild().rebuildAll();
        house.jdbc.sql("update contact_health set score = 1, band = 'at_risk'").update();
        house.jdbc
                .sql("update health_history set score = 1, band = 'at_risk' where day = :today")
                .param("today", LAST)
                .update();

        house.at(LAST).rebuild().rebuildAll();

        assertThat(house.kept()).isEqualTo(everyDay);
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Auckland, 2026-04-04", "America/Los_Angeles, 2026-10-31", "Asia/Kathmandu, 2026-04-27"})
    void aDayIsADayOfTheOrganisationAlsoWhenTheClocksChange(String zone, LocalDate before) {
        house.isIn(ZoneId.of(zone));

        house.at(before, LocalTime.of(23, 59)).job().work();
        assertThat(house.daysCounted()).endsWith(before.minusDays(1));
        house.at(before.plusDays(1), LocalTime.of(0, 1)).job().work();
        assertThat(house.daysCounted()).endsWith(before);
        house.at(before.plusDays(1), LocalTime.of(23, 59)).job().work();
        assertThat(house.daysCounted()).endsWith(before);
    }

    /** Forced to merge, as it does of itself where there are many: what is kept of those before is not read again. */
    @Test
    void aStepReadsNothingOfThoseBeforeIt() {
        try (HealthHouse other = new HealthHouse()) {
            UUID last = people(other);
            String plan = other.plan(
                    HealthSteps.AFTER.formatted(HealthSteps.BEHIND),
                    Map.of("last", last, "day", LAST, "most", HealthSteps.AT_ONCE));

            assertThat(plan).contains("Merge", "(contact_id > ");
        }
    }

    /** A day that follows says until when the one before held. */
    private static List<Map<String, Object>> withoutTheirEnds(HealthHouse house) {
        List<Map<String, Object>> rows = Objects.requireNonNull(house.kept().get("health_history"));
        rows.forEach(row -> row.remove("before_day"));
        return rows;
    }

    /** Here the job has not been run for three days, and somebody writes down what was said meanwhile. */
    @Test
    void whatHappensBeforeTheJobWasRunChangesNoDayThatIsOver() {
        LocalDate fourth = FIRST.plusDays(4);
        try (HealthHouse other = new HealthHouse()) {
            UUID there = people(other);
            days().filter(day -> day.isBefore(fourth))
                    .forEach(day -> other.at(day).job().work());
            var before = withoutTheirEnds(other);
            other.forgetHealth();
            other.at(FIRST).job().work();

            other.heard(other.anna(), there, FIRST.plusDays(1), fourth);
            other.at(fourth, LocalTime.NOON).changed(there);
            other.at(fourth, LocalTime.NOON).job().work();

            assertThat(withoutTheirEnds(other))
                    .filteredOn(row -> !Date.valueOf(fourth).equals(row.get("day")))
                    .isEqualTo(before);
            var live = other.kept();
            other.forgetHealth();
            other.at(fourth, LocalTime.NOON).rebuild().rebuildAll();
            assertThat(other.kept()).isEqualTo(live);
        }
    }

    @Test
    void whoeverCannotBeReckonedKeepsNobodyElseFromTheirDay() {
        try (HealthHouse other = new HealthHouse()) {
            UUID broken = people(other);
            UUID promise = other.promisedOnNoDay(other.anna(), broken, FIRST.minusDays(20));
            days().forEach(day -> other.at(day).job().work());

            assertThat(other.leftOut()).containsExactly(broken);
            assertThat(other.daysCounted())
                    .as("each day is counted")
                    .isNotEmpty()
                    .endsWith(LAST.minusDays(1));
            assertThat(other.kept().get("contact_health"))
                    .as("everybody else is as they would be")
                    .isEqualTo(Objects.requireNonNull(everyDay.get("contact_health")).stream()
                            .filter(row -> !broken.equals(row.get("contact_id")))
                            .toList());

            other.neverPromised(promise);
            other.at(LAST, LocalTime.of(1, 7)).job().work();

            assertThat(other.leftOut()).as("tried again, and done").isEmpty();
            assertThat(other.kept()).as("with the days since counted again").isEqualTo(everyDay);
        }
    }

    @Test
    void whatIsWrittenDownAboutSomebodyIsKeptThoughTheirHealthCannotBeReckoned() {
        try (HealthHouse other = new HealthHouse()) {
            UUID broken = people(other);
            other.at(LAST).job().work();
            UUID promise = other.promisedOnNoDay(other.anna(), broken, LAST);
            other.at(LAST, LocalTime.NOON).during(() -> {
                other.heard(other.anna(), broken, LAST, LAST);
                return broken;
            });

            assertThat(other.jdbc
                            .sql("select count(*) from turn where speaker_id = :id")
                            .param("id", broken)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
            assertThat(other.leftOut()).containsExactly(broken);
            other.neverPromised(promise);
            other.at(LAST, LocalTime.of(13, 7)).job().work();
            assertThat(other.leftOut()).isEmpty();
            assertThat(other.jdbc
                            .sql("select two_way from contact_health where contact_id = :id")
                            .param("id", broken)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
        }
    }

    /** Both have written and neither has looked: whoever looks first is waited for, and the other sees what both wrote. */
    @Test
    void twoWhoChangeSomethingAtOnceLeaveNothingOut() throws Exception {
        try (HealthHouse other = new HealthHouse()) {
            UUID there = people(other);
            other.at(LAST).job().work();
            CountDownLatch written = new CountDownLatch(2);
            List<CompletableFuture<Void>> both = Stream.of(1, 2)
                    .map(n -> CompletableFuture.runAsync(
                            () -> other.at(LAST, LocalTime.NOON).during(() -> {
                                other.heard(other.anna(), there, LAST.minusDays(n), LAST);
                                written.countDown();
                                awaitAll(written);
                                return there;
                            })))
                    .toList();
            for (CompletableFuture<Void> one : both) {
                one.get(1, TimeUnit.MINUTES);
            }

            assertThat(other.jdbc
                            .sql("select two_way from contact_health where contact_id = :id")
                            .param("id", there)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(5);
        }
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Three of two teams: one grows cold, one was heard of late, one is hardly known. */
    private static UUID people(HealthHouse house) {
        UUID helen = house.heardOn(
                house.anna(), FIRST.minusDays(20), FIRST.minusDays(12), FIRST.minusDays(8), FIRST.minusDays(2));
        house.heardOn(house.boris(), FIRST.minusDays(15), FIRST.minusDays(14), FIRST.minusDays(13), FIRST.minusDays(1));
        house.heardOn(house.boris(), FIRST.minusDays(15), FIRST.minusDays(14));
        return helen;
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }
}
