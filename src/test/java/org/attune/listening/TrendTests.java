package org.attune.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.listening.Trend.Behind;
import org.attune.listening.Trend.Direction;
import org.attune.listening.Trend.PartMean;
import org.attune.listening.Trend.Point;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's interest over time: from ten conversations on, after the first ten, for those it is for. */
@AttuneTest
class TrendTests {

    private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");

    @Autowired
    private Listening listening;

    @Autowired
    private FiguresAboutPeople figures;

    @Autowired
    private Happened happened;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer ben;
    private Viewer lead;
    private ContactId helen;
    private int days;

    @BeforeEach
    void aTeam() {
        TeamId team = somebody.aTeam();
        anna = somebody.whoSells(team);
        ben = somebody.whoSells(team);
        lead = somebody.whoLeads(team);
        helen = happened.met(anna);
        settle(FiguresLevel.OWN_EYES);
    }

    @AfterEach
    void asItCameWithAttune() {
        settle(FiguresLevel.OWN_EYES);
    }

    @Test
    void theFirstTenCountNowhereAndBelowTenMoreThereIsNoPoint() {
        spoke(10, 80);
        assertThat(trend(anna).shown()).isTrue();
        assertThat(trend(anna).conversations()).isZero();
        assertThat(trend(anna).missing()).isEqualTo(10);

        spoke(9, 50);
        assertThat(trend(anna).isEmpty()).isTrue();
        assertThat(trend(anna).latest()).isNull();
        assertThat(trend(anna).parts()).isEmpty();
        assertThat(trend(anna).missing()).isEqualTo(1);

        spoke(1, 60);
        Trend ten = trend(anna);
        assertThat(ten.missing()).isZero();
        assertThat(ten.points()).hasSize(1);
        assertThat(ten.points().get(0).mean()).isCloseTo(51, within(1e-9));
        assertThat(ten.direction()).isNull();
    }

    @Test
    void eachPointIsTheMeanOfTenWithItsRange() {
        spoke(10, 80);
        spoke(10, 40);
        spoke(10, 70);

        Trend trend = trend(anna);
        assertThat(trend.conversations()).isEqualTo(20);
        assertThat(trend.points()).hasSize(11);
        Point first = trend.points().get(0);
        assertThat(first.mean()).isEqualTo(40);
        assertThat(first.low()).isEqualTo(40);
        Point fifth = trend.points().get(5);
        assertThat(fifth.mean()).isEqualTo(55);
        assertThat(fifth.low()).isLessThan(50);
        assertThat(fifth.high()).isGreaterThan(60);
        assertThat(trend.points()).isSortedAccordingTo((one, other) -> one.day().compareTo(other.day()));
        assertThat(trend.direction()).isEqualTo(Direction.RISEN);
    }

    @Test
    void whatChanceDoesIsNoRiseAndNoFall() {
        spoke(10, 80);
        for (int i = 0; i < 10; i++) {
            spoke(1, i % 2 == 0 ? 30 : 70);
        }
        for (int i = 0; i < 10; i++) {
            spoke(1, i % 2 == 0 ? 35 : 75);
        }
        assertThat(trend(anna).direction()).isEqualTo(Direction.NOTHING_TO_TELL);

        spoke(10, 10);
        assertThat(trend(anna).direction()).isEqualTo(Direction.FALLEN);
    }

    @Test
    void whatDoesNotCountLeavesNoGap() {
        spoke(10, 80);
        for (int i = 0; i < 10; i++) {
            spoke(1, 50);
            measured(null, "sales");
        }
        assertThat(trend(anna).conversations()).isEqualTo(10);
        assertThat(trend(anna).points()).hasSize(1);
    }

    @Test
    void eachHatHasItsOwn() {
        spoke(10, 80);
        spoke(10, 50);
        for (int i = 0; i < 4; i++) {
            measured(90, "marketing");
        }
        Trend sales = listening.trend(anna, anna.id(), Hat.SALES);
        assertThat(sales.latest()).isNotNull().extracting(Point::mean).isEqualTo(50.0);
        Trend marketing = listening.trend(anna, anna.id(), Hat.MARKETING);
        assertThat(marketing.isEmpty()).isTrue();
        assertThat(marketing.missing()).isEqualTo(6);
        assertThat(trend(anna).conversations()).isEqualTo(14);
    }

    @Test
    void itsPartsAreMeansOfTheLastTenWhereTheyCanBeComputed() {
        spoke(20, 50);
        Trend trend = trend(anna);
        assertThat(trend.parts()).containsEntry(Part.ASKED, new PartMean(100, 10));
        assertThat(trend.parts()).doesNotContainKeys(Part.ACKNOWLEDGED, Part.NO_PRESSURE, Part.ANSWERED);
    }

    @Test
    void itIsShownToThoseItIsForAndToNobodyWhereItIsOff() {
        spoke(20, 50);
        assertThat(trend(anna).points()).hasSize(1);
        assertThat(trend(lead)).isEqualTo(Trend.NOT_SHOWN);
        assertThat(trend(ben)).isEqualTo(Trend.NOT_SHOWN);

        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        assertThat(trend(lead).points()).hasSize(1);
        assertThat(trend(ben)).isEqualTo(Trend.NOT_SHOWN);

        settle(FiguresLevel.OFF);
        assertThat(trend(anna)).isEqualTo(Trend.NOT_SHOWN);
        assertThat(trend(lead)).isEqualTo(Trend.NOT_SHOWN);
    }

    @Test
    void eachPointOpensTheTenConversationsItIsTheMeanOf() {
        spoke(10, 80);
        for (int i = 0; i < 13; i++) {
            measured(30 + i, "sales");
            measured(null, "sales");
        }
        for (Point point : trend(anna).points()) {
            List<UUID> ten = behind(anna, point, null).stream()
                    .map(one -> one.conversation().value())
                    .toList();
            assertThat(ten)
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .startsWith(point.last().value());
            assertThat(jdbc.sql("select avg(score) from conversation_measure where conversation_id in (:ids)")
                            .param("ids", ten)
                            .query(Double.class)
                            .single())
                    .isCloseTo(point.mean(), within(1e-9));
            assertThat(behind(anna, point, null)).extracting(Behind::worth).containsOnlyNulls();
            assertThat(behind(lead, point, null)).isEmpty();
        }
        assertThat(trend(anna).parts()).containsKey(Part.ROOM).doesNotContainKey(Part.ACKNOWLEDGED);
        trend(anna).parts().forEach((part, mean) -> assertThat(
                        behind(anna, trend(anna).latest(), part))
                .hasSize(mean.conversations())
                .satisfies(ten -> assertThat(ten.stream()
                                .mapToDouble(one -> Objects.requireNonNull(one.worth()))
                                .average()
                                .orElseThrow())
                        .isCloseTo(mean.mean(), within(1e-9))));
        assertThat(behind(anna, trend(anna).latest(), Part.ACKNOWLEDGED)).isEmpty();
    }

    private List<Behind> behind(Viewer viewer, @Nullable Point point, @Nullable Part part) {
        return listening.behind(
                viewer, anna.id(), null, Objects.requireNonNull(point).last(), part);
    }

    private Trend trend(Viewer viewer) {
        return listening.trend(viewer, anna.id(), null);
    }

    private void spoke(int times, int score) {
        for (int i = 0; i < times; i++) {
            measured(score, "sales");
        }
    }

    private void measured(@Nullable Integer score, String hat) {
        UUID talk = happened.spoke(anna, helen, "they");
        jdbc.sql("update conversation set happened_at = :at, hat = :hat where id = :id")
                .param("at", Timestamp.from(FIRST.plus(days++, ChronoUnit.DAYS)))
                .param("hat", hat)
                .param("id", talk)
                .update();
        jdbc.sql("""
                        insert into conversation_measure (conversation_id, complete, gone_through, our_goes, their_goes, our_words,
                               their_words, our_asking, their_asking, their_questions, taken_up, replies, acknowledged, pushes,
                               played_back, responses, longest_run, score)
                        values (:id, :score::numeric is not null, false, 5, 5, 40, 60, 5, 0, 0, 0, 4, 0, 0, 0, 0, 20, :score)""")
                .param("id", talk)
                .param("score", score == null ? null : BigDecimal.valueOf(score))
                .update();
    }

    private void settle(FiguresLevel level) {
        figures.settle(somebody.whoAdministers(), level, figures.current().number());
    }
}
