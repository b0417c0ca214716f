package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.insight.HealthBoard.Next;
import org.attune.insight.HealthBoard.Step;
import org.attune.insight.HealthBoard.Troubled;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Health, and quality beside quantity, where a day has 23 or 25 hours: reckoned once more from the bare rows, in two zones. */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockChangeTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private OfferScene offered;

    @Autowired
    private RelationshipsOfChance chance;

    @Autowired
    private HealthFigures health;

    @Autowired
    private SalesFigures sales;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Dealings dealings;

    private Viewer anna;
    private ContactId helen;
    private OfferId offer;

    /** A zone, the day on which its clocks changed, and how many hours that day had. */
    record Changed(ZoneId zone, LocalDate day, int hours) {

        Period around() {
            return new Period(day.minusDays(1), day.plusDays(1), zone);
        }
    }

    static List<ZoneId> zones() {
        return List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));
    }

    /** The last two that are over, as the zone's own rules have them. */
    static Stream<Changed> changes() {
        return zones().stream().flatMap(zone -> {
            List<Changed> found = new ArrayList<>();
            Instant at = Instant.now().minusSeconds(3 * 86_400);
            for (int n = 0; n < 2; n++) {
                ZoneOffsetTransition change =
                        Objects.requireNonNull(zone.getRules().previousTransition(at));
                at = change.getInstant();
                found.add(new Changed(zone, at.atZone(zone).toLocalDate(), change.isGap() ? 23 : 25));
            }
            return found.stream();
        });
    }

    @BeforeAll
    void somebodyIsThere() {
        anna = somebody.whoSells();
        helen = happened.met(anna);
        OfferScene.Story story = offered.complete(anna, helen, helen);
        offer = offered.sent(story);
        chance.forget(helen);
    }

    @Test
    void theLastSundaysOfOctoberAndMarchAreAmongThemInBerlin() {
        assertThat(changes().filter(one -> one.zone().getId().equals("Europe/Berlin")))
                .allSatisfy(one -> {
                    assertThat(one.day().plusWeeks(1).getMonth())
                            .isNotEqualTo(one.day().getMonth());
                    assertThat(one.day().getMonthValue()).isIn(3, 10);
                })
                .extracting(Changed::hours)
                .containsExactlyInAnyOrder(23, 25);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theDayIsAsLongAsItWas(Changed changed) {
        Map<String, ?> asked =
                slice(new Period(changed.day(), changed.day(), changed.zone())).parameters();
        Instant begins = ((java.sql.Timestamp) Objects.requireNonNull(asked.get("begins"))).toInstant();
        Instant ends = ((java.sql.Timestamp) Objects.requireNonNull(asked.get("ends"))).toInstant();

        assertThat(java.time.Duration.between(begins, ends)).hasHours(changed.hours());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void healthMovesOnTheDayItMoved(Changed changed) {
        chance.forget(helen);
        Random random = new Random(changed.day().toEpochDay());
        for (LocalDate day : days(changed.around())) {
            chance.was(helen, day, random.nextInt(101), chance.teamOf(helen));
        }
        chance.isNow(helen, 20, 5, random);
        Slice around = slice(changed.around());

        assertThat(health.of(around).now().mean()).isEqualTo(20);
        for (Step step : health.of(around).steps()) {
            assertThat(step.bands().mean()).isEqualTo(score(step.day()));
        }
        for (LocalDate day : days(changed.around())) {
            Slice alone = slice(new Period(day, day, changed.zone()));
            assertThat(sales.of(alone).health().mean()).isEqualTo(score(day));
            assertThat(sales.of(alone).before().mean())
                    .isEqualTo(day.equals(changed.around().from()) ? null : score(day.minusDays(1)));
            assertThat(sales.rows(alone, "mean-at:" + day, null, 10).items())
                    .singleElement()
                    .satisfies(row -> assertThat(row.amount().doubleValue()).isEqualTo(score(day)));
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatWasSignedOnThatDayCountsOnItOnce(Changed changed) {
        dealings.says(anna, offer, "yes", changed.day());
        long[] alone = days(changed.around()).stream()
                .mapToLong(day -> sales.of(slice(new Period(day, day, changed.zone())))
                        .signed()
                        .offers())
                .toArray();

        assertThat(alone).containsExactly(0, 1, 0);
        assertThat(sales.of(slice(changed.around())).signed().offers()).isEqualTo(1);
        assertThat(sales.of(slice(new Period(
                                changed.day().plusDays(1), changed.day().plusDays(2), changed.zone())))
                        .signedBefore()
                        .offers())
                .isEqualTo(1);
        assertThat(sales.rows(slice(changed.around()), "offers", null, 10).items())
                .extracting(CountedRow::day, CountedRow::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(changed.day(), BigDecimal.ONE));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void whatIsPlannedInTheFirstAndTheLastHourOfTheNextSuchDayIsPlannedForIt(ZoneId zone) {
        LocalDate next = Objects.requireNonNull(zone.getRules().nextTransition(Instant.now()))
                .getInstant()
                .atZone(zone)
                .toLocalDate();
        for (LocalTime time : List.of(LocalTime.of(0, 10), LocalTime.of(23, 50))) {
            Viewer ben = somebody.whoSells();
            ContactId petra = happened.met(ben);
            chance.isNow(petra, 20, 5, new Random(1));
            happened.planned(ben, petra, next.atTime(time).atZone(zone).toInstant());
            LocalDate today = LocalDate.now(zone);
            Slice own = new Slice(ben, null, null, null, null, new Period(today.minusDays(30), today, zone));

            assertThat(health.of(own).troubled())
                    .extracting(Troubled::next)
                    .containsExactly(new Next("planned", next, null));
        }
    }

    private static List<LocalDate> days(Period period) {
        return period.from().datesUntil(period.until().plusDays(1)).toList();
    }

    /** The newest that was written down until then. */
    private Double score(LocalDate day) {
        return jdbc.sql("""
                        select score::float8 from health_history where contact_id = :id and day <= :day order by day desc limit 1""")
                .param("id", helen.value())
                .param("day", day)
                .query(Double.class)
                .single();
    }

    private Slice slice(Period period) {
        return new Slice(anna, null, null, null, null, period);
    }
}
