package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.insight.RelationshipsOfChance.House;
import org.attune.insight.SalesBoard.Month;
import org.attune.insight.SalesBoard.Signed;
import org.attune.insight.YearLater.Group;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.offers.Offers;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesFiguresTests {

    private static final LocalDate TODAY = LocalDate.now(RelationshipsOfChance.ZONE);
    private static final Period QUARTER =
            new Period(TODAY.minusMonths(3).plusDays(1), TODAY, RelationshipsOfChance.ZONE);

    /** Offers and the decisions on them, with no later word. */
    private static final String WON = """
            from offer o, decision k, contact c
             where k.offer_id = o.id and c.id = o.contact_id and k.kind = 'yes'
               and 0 = (select count(*) from decision l where l.offer_id = o.id and (l.noted_at, l.id) > (k.noted_at, k.id))
               and (o.owner_id = :viewer or o.team_id in (select team_id from team_lead where user_id = :viewer))
               and coalesce(o.team_id = :team, true) and coalesce(o.owner_id = :person, true)
               and (:company::uuid is null or coalesce(c.company_id = :company, false))
               and coalesce((select stage_key from contact_stage where contact_id = c.id) = :stage, :stage::text is null)
               and k.on_day >= :first and k.on_day <= :last""";

    private static final String HERE = """
            (c.owner_id = :viewer or c.team_id in (select team_id from team_lead where user_id = :viewer))""";

    private static final Map<String, String> BECAME = Map.of(
            "won", "true",
            "here", HERE,
            "elsewhere", "not " + HERE,
            "stayed", HERE + """
                     and c.archived_at is null and c.id not in (select contact_id from contact_stage where stage_key = 'parted')
                     and not exists (select from way_on y where y.contact_id = c.id and y.way = 'stop' and y.chosen_at =
                                      (select max(chosen_at) from way_on where contact_id = c.id))""",
            "again", HERE + """
                     and c.id in (select p.contact_id from offer p join decision m on m.offer_id = p.id
                                   where p.id <> o.id and m.kind = 'yes' and (m.on_day, m.noted_at) > (k.on_day, k.noted_at)
                                     and m.noted_at = (select max(noted_at) from decision where offer_id = p.id))""",
            "introduced", HERE + """
                     and c.id in (select introducer_id from introduction where withdrawn_at is null and on_day >= k.on_day)""");

    private static final String SCORE = """
            (select score from health_history where contact_id = c.id and day = (
               select max(day) from health_history where contact_id = c.id and day < k.on_day))""";

    private static final Map<String, String> GROUPS = Map.of(
            "all",
            "true",
            "pulled",
            "o.asked_turn is not null",
            "pushed",
            "o.asked_turn is null",
            "healthy",
            "coalesce(" + SCORE + ", -1) >= 60",
            "unhealthy",
            "coalesce(" + SCORE + ", 100) < 60",
            "unknown",
            SCORE + " is null");

    private static final String QUADRANTS = """
            from contact c where c.merged_into is null and c.archived_at is null
             and (c.owner_id = :viewer or c.team_id in (select team_id from team_lead where user_id = :viewer))
             and coalesce(c.team_id = :team, true) and coalesce(c.owner_id = :person, true)
             and (:company::uuid is null or coalesce(c.company_id = :company, false))
             and coalesce((select stage_key from contact_stage where contact_id = c.id) = :stage, :stage::text is null) and
            """;

    private static final String SOLD = """
            c.id in (select o.contact_id from offer o, decision k where k.offer_id = o.id and k.kind = 'yes'
                        and k.noted_at = (select max(noted_at) from decision where offer_id = o.id)
                        and k.on_day > :today::date - interval '12 months' and k.on_day <= :today)""";

    private static final Map<Quadrant, String> IN_QUADRANT = Map.of(
            Quadrant.HEALTHY_SELLING, band("'thriving', 'steady'") + " and " + SOLD,
            Quadrant.HEALTHY, band("'thriving', 'steady'") + " and not " + SOLD,
            Quadrant.SELLING, band("'cooling', 'at_risk'") + " and " + SOLD,
            Quadrant.NEITHER, band("'cooling', 'at_risk'") + " and not " + SOLD,
            Quadrant.UNKNOWN, "not " + band("'thriving', 'steady', 'cooling', 'at_risk'"));

    @Autowired
    private RelationshipsOfChance chance;

    @Autowired
    private SalesFigures figures;

    @Autowired
    private HealthFigures healthFigures;

    @Autowired
    private OfferScene offered;

    @Autowired
    private Offers offers;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Dealings dealings;

    @Autowired
    private JdbcClient jdbc;

    private House house;
    private List<Slice> slices;

    @BeforeAll
    void chanceDecides() {
        house = chance.of(4711);
        slices = RelationshipsOfChance.slices(house);
    }

    private static String band(String bands) {
        return "c.id in (select contact_id from contact_health where band in (" + bands + "))";
    }

    @Test
    void whatWasSignedIsWhatTheRowsSayEachCurrencyForItself() {
        for (Slice slice : slices) {
            SalesBoard board = figures.of(slice);
            Period before = slice.period().before();
            isSigned(
                    slice, board.signed(), slice.period().from(), slice.period().until());
            isSigned(slice, board.signedBefore(), before.from(), before.until());
            assertThat(sum(slice, "offers"))
                    .isEqualByComparingTo(BigDecimal.valueOf(board.signed().offers()));
            board.signed().amounts().forEach((currency, amount) -> assertThat(sum(slice, "signed:" + currency))
                    .isEqualByComparingTo(amount));
        }
        assertThat(figures.of(slices.get(0)).signed().amounts()).containsOnlyKeys("EUR", "GBP");
    }

    @Test
    void everyMonthIsWhatTheRowsSay() {
        for (Slice slice : slices) {
            for (Month month : told(slice)) {
                isSigned(slice, month.signed(), month.month().atDay(1), month.last());
                month.signed().amounts().forEach((currency, amount) -> assertThat(
                                sum(slice, "signed-month:" + currency + ":" + month.month()))
                        .isEqualByComparingTo(amount));
                assertThat(sum(slice, "known-at:" + month.last()))
                        .isEqualByComparingTo(BigDecimal.valueOf(month.health().known()));
                assertThat(sum(slice, "healthy-at:" + month.last()))
                        .isEqualByComparingTo(BigDecimal.valueOf(month.health().healthy()));
                isMean(slice, month.last(), month.mean());
            }
        }
    }

    /** All of them for one who sees much; for everybody else the last ones, which come about in the same way. */
    private List<Month> told(Slice slice) {
        List<Month> months = figures.of(slice).months();
        return slice == slices.get(0) ? months : months.subList(Math.max(0, months.size() - 3), months.size());
    }

    @Test
    void onlyTheLastMonthMayNotBeOver() {
        List<Month> months = figures.of(slices.get(0)).months();

        assertThat(months).hasSizeBetween(2, 36);
        assertThat(months.subList(0, months.size() - 1)).allMatch(Month::whole);
        assertThat(months.get(months.size() - 1).whole()).isFalse();
        assertThat(months.get(0).month()).isBefore(YearMonth.from(TODAY));
    }

    @Test
    void healthBesideItIsThatOfTheSameEvening() {
        for (Slice slice : slices) {
            SalesBoard board = figures.of(slice);
            HealthBoard health = healthFigures.of(slice);
            assertThat(board.health())
                    .isEqualTo(health.steps().get(health.steps().size() - 1).bands());
            assertThat(board.before()).isEqualTo(health.before());
        }
    }

    @Test
    void everyQuadrantIsWhatTheRowsSay() {
        for (Slice slice : slices) {
            SalesBoard board = figures.of(slice);
            IN_QUADRANT.forEach((quadrant, condition) -> {
                long naive = counted("select count(*) " + QUADRANTS + "(" + condition + ")", slice, Map.of());
                assertThat(board.quadrants().of(quadrant)).as(quadrant.code()).isEqualTo(naive);
                assertThat(sum(slice, "quadrant-" + quadrant.code())).isEqualByComparingTo(BigDecimal.valueOf(naive));
            });
            assertThat(board.quadrants().inAll())
                    .isEqualTo(counted("select count(*) " + QUADRANTS + "true", slice, Map.of()));
        }
        assertThat(figures.of(slices.get(0)).quadrants().counts()).containsOnlyKeys(Quadrant.values());
    }

    @Test
    void whatBecameOfItAYearLaterIsWhatTheRowsSay() {
        for (Slice slice : slices) {
            YearLater became = figures.of(slice).yearLater();
            assertThat(became.from()).isEqualTo(slice.period().from().minusYears(1));
            GROUPS.forEach((name, group) -> {
                Map<String, Long> naive = new HashMap<>();
                BECAME.forEach((measure, condition) -> {
                    long many = counted(
                            "select count(*) " + WON + " and (" + group + ") and (" + condition + ")",
                            slice,
                            Map.of("first", became.from(), "last", became.until()));
                    naive.put(measure, many);
                    assertThat(sum(slice, "year-" + name + "-" + measure))
                            .as(name + measure)
                            .isEqualByComparingTo(BigDecimal.valueOf(many));
                });
                Group shown = became.group(name);
                assertThat(Map.of(
                                "won",
                                shown.won(),
                                "here",
                                shown.here(),
                                "elsewhere",
                                shown.elsewhere(),
                                "stayed",
                                shown.stayed(),
                                "again",
                                shown.again(),
                                "introduced",
                                shown.introduced()))
                        .as(name)
                        .isEqualTo(naive);
            });
        }
        Group all = figures.of(slices.get(0)).yearLater().group("all");
        assertThat(all.won()).isGreaterThan(all.stayed());
        assertThat(List.of(all.stayed(), all.again(), all.introduced())).allMatch(many -> many > 0);
    }

    @Test
    void aYearLaterIsToldFromTheFirstYesOn() {
        Viewer anna = somebody.whoSells();
        ContactId helen = happened.met(anna);
        OfferScene.Story story = offered.complete(anna, helen, helen);
        LocalDate then = TODAY.minusYears(1).minusDays(5);
        chance.forget(helen);
        chance.was(helen, then.minusDays(1), 40, chance.teamOf(helen));
        chance.was(helen, then, 90, chance.teamOf(helen));
        accepted(anna, story, then);
        YearLater first = figures.of(all(anna)).yearLater();

        assertThat(first.group("all")).isEqualTo(new Group("all", 1, 1, 1, 0, 0));
        assertThat(first.group("pulled").won()).isEqualTo(1);
        assertThat(first.group("unhealthy").won())
                .as("the evening before, not the decision's own")
                .isEqualTo(1);

        accepted(anna, offered.complete(anna, helen, helen), TODAY.minusDays(20));
        happened.introduced(helen, happened.met(anna), anna);
        jdbc.sql("update introduction set on_day = :day where introducer_id = :id")
                .param("day", TODAY)
                .param("id", helen.value())
                .update();
        assertThat(figures.of(all(anna)).yearLater().group("all")).isEqualTo(new Group("all", 1, 1, 1, 1, 1));

        chance.goesOn(helen, anna, "stop");
        assertThat(figures.of(all(anna)).yearLater().group("all")).isEqualTo(new Group("all", 1, 1, 0, 1, 1));

        dealings.goesTo(helen, somebody.whoSells());
        assertThat(figures.of(all(anna)).yearLater().group("all")).isEqualTo(new Group("all", 1, 0, 0, 0, 0));
    }

    @Test
    void anEmptyHouseSaysNothing() {
        SalesBoard board = figures.of(all(somebody.whoSells()));

        assertThat(board.signed()).isEqualTo(Signed.NOTHING);
        assertThat(board.health().mean()).isNull();
        assertThat(board.months()).isEmpty();
        assertThat(board.leads()).isEmpty();
        assertThat(board.quadrants().inAll()).isZero();
        assertThat(board.yearLater().group("all").won()).isZero();
    }

    @Test
    void saysNothingOfLeadingWhileThereAreTooFewMonths() {
        assertThat(figures.of(slices.get(0)).leads())
                .isNotEmpty()
                .allMatch(leads -> leads.tooFew() && leads.lags().isEmpty() && leads.months() < 24);
    }

    @Test
    void whatAnotherTeamDoesMovesNothing() {
        SalesBoard before = figures.of(slices.get(0));
        ContactId theirs = happened.met(house.stranger());
        accepted(house.stranger(), offered.complete(house.stranger(), theirs, theirs), TODAY.minusDays(3));
        accepted(house.stranger(), offered.complete(house.stranger(), theirs, theirs), TODAY.minusYears(1));

        assertThat(figures.of(slices.get(0))).isEqualTo(before);
    }

    @Test
    void whatATeamSoldStaysItsOwnWhenThePersonGoesToAnother() {
        Viewer anna = somebody.whoSells();
        Viewer cora = somebody.whoSells();
        Viewer manager = somebody.whoLeads(somebody.teamOf(anna));
        ContactId helen = happened.met(anna);
        accepted(anna, offered.complete(anna, helen, helen), TODAY.minusDays(3));
        dealings.goesTo(helen, cora);

        assertThat(figures.of(all(manager)).signed().offers()).isEqualTo(1);
        assertThat(figures.of(all(cora)).signed().offers()).isZero();
        assertThat(CountedRows.all(figures, all(manager), "offers"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isNull();
                    assertThat(row.text()).isNull();
                    assertThat(row.link()).isNull();
                });
    }

    @Test
    void takenBackIsNotSigned() {
        Viewer anna = somebody.whoSells();
        ContactId helen = happened.met(anna);
        OfferId offer = accepted(anna, offered.complete(anna, helen, helen), TODAY.minusDays(30));
        assertThat(figures.of(all(anna)).signed().offers()).isEqualTo(1);

        dealings.says(anna, offer, "no", TODAY.minusDays(2));

        assertThat(figures.of(all(anna)).signed()).isEqualTo(Signed.NOTHING);
    }

    @Test
    void costsTheSameHoweverMuchThereIs() {
        Slice nothing = all(somebody.whoSells());

        assertThat(Statements.during(() -> figures.of(slices.get(0))))
                .isEqualTo(Statements.during(() -> figures.of(nothing)))
                .isEqualTo(5);
    }

    @Test
    void aFigureItDoesNotHaveIsNotFound() {
        for (String unknown : List.of(
                "",
                "signed",
                "signed-month:EUR:yesterday",
                "signed-month:EUR:9999-01",
                "quadrant-good",
                "year-all",
                "year-all-lost",
                "year-some-won",
                "known-at",
                "known-at:x",
                "offers:x",
                "offers-month:2026-01:x")) {
            assertThatThrownBy(() -> figures.rows(slices.get(0), unknown, null, 10))
                    .as(unknown)
                    .isInstanceOf(NotSeen.class);
        }
    }

    private OfferId accepted(Viewer by, OfferScene.Story story, LocalDate day) {
        OfferId id = offers.record(by, OfferScene.pulled(story));
        offers.send(by, id);
        dealings.says(by, id, "yes", day);
        return id;
    }

    private static Slice all(Viewer viewer) {
        return new Slice(viewer, null, null, null, null, QUARTER);
    }

    private void isSigned(Slice slice, Signed signed, LocalDate from, LocalDate until) {
        Map<String, @Nullable Object> parameters = parameters(slice, Map.of("first", from, "last", until));
        Map<String, BigDecimal> amounts = new HashMap<>();
        long[] many = {0};
        jdbc.sql("select o.* " + WON).params(parameters).query((java.sql.ResultSet row) -> {
            BigDecimal months = row.getBigDecimal("price_month").multiply(BigDecimal.valueOf(12));
            BigDecimal price = row.getBigDecimal("price_once")
                    .add(row.getBigDecimal("price_year"))
                    .add(months);
            amounts.merge(row.getString("currency"), price, BigDecimal::add);
            many[0]++;
        });
        assertThat(signed.offers()).isEqualTo(many[0]);
        assertThat(signed.amounts()).isEqualTo(amounts);
    }

    private void isMean(Slice slice, LocalDate day, @Nullable Double shown) {
        Map<String, @Nullable Object> parameters = parameters(slice, Map.of("day", day));
        Double naive = jdbc.sql("""
                        select avg(x.score)::float8 as mean from contact c
                          join health_history x on (x.contact_id, x.day) = (
                            select contact_id, max(day) from health_history where contact_id = c.id and day <= :day group by 1)
                         where x.team_id is not null
                           and (c.owner_id = :viewer or x.team_id in (select team_id from team_lead where user_id = :viewer))
                           and coalesce(x.team_id = :team, true) and coalesce(c.owner_id = :person, true)
                           and (:company::uuid is null or coalesce(c.company_id = :company, false))
                           and coalesce((select stage_key from contact_stage where contact_id = c.id) = :stage, :stage::text is null)""")
                .params(parameters)
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject("mean", Double.class)))
                .single()
                .orElse(null);
        if (naive == null) {
            assertThat(shown).isNull();
        } else {
            assertThat(Objects.requireNonNull(shown)).isCloseTo(naive, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    private long counted(String sql, Slice slice, Map<String, Object> more) {
        return jdbc.sql(sql).params(parameters(slice, more)).query(Long.class).single();
    }

    private static Map<String, @Nullable Object> parameters(Slice slice, Map<String, Object> more) {
        Map<String, @Nullable Object> all = slice.parameters();
        all.put("today", TODAY);
        all.putAll(more);
        return all;
    }

    private BigDecimal sum(Slice slice, String figure) {
        return CountedRows.sum(figures, slice, figure);
    }
}
