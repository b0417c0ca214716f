package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure once more, asked of the bare rows in another way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferFiguresTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String PRICE = "(o.price_once + o.price_year + o.price_month * 12)";

    /** The day to ask again, or else that of their next step. */
    private static final String DAY = """
            coalesce((array(select d.ask_again_on from decision d where d.offer_id = o.id order by d.noted_at desc, d.id desc))[1],
              (select min(p.due) from promise p
                where p.contact_id = o.contact_id and p.side = 'them' and p.next_step and p.state = 'open'))""";

    private TwoTeams teams;
    private OfferFigures figures;

    @BeforeAll
    void letThemWork() throws SQLException {
        teams = new TwoTeams(8).withOffers();
        figures = new OfferFigures(teams.jdbc, new OfferRowsCounted(teams.jdbc), NOON);
        nextSteps(new Random(8));
        teams.jdbc.sql("""
                        insert into decision (id, offer_id, kind, on_day, ask_again_on, noted_by, noted_at)
                        select uuidv7(), o.id, 'not_now', date '2026-05-01', date '2026-05-20' + (o.number % 40)::int, o.owner_id, now()
                          from offer o where o.state = 'sent' and o.number % 3 = 0""").update();
    }

    private void nextSteps(Random chance) {
        List<UUID> contacts =
                teams.jdbc.sql("select id from contact").query(UUID.class).list();
        for (UUID contact : contacts) {
            for (int left = chance.nextInt(4); left > 0; left--) {
                promise(contact, chance);
            }
        }
    }

    private void promise(UUID contact, Random chance) {
        teams.jdbc
                .sql("""
                        insert into promise (id, contact_id, side, promiser_id, team_id, words, due, state, next_step, made_by)
                        select :id, c.id, :side, case :side when 'us' then c.owner_id end, c.team_id, 'The board meets', :due, :state, :next,
                               c.owner_id
                          from contact c where c.id = :contact""")
                .param("id", Ids.next())
                .param("contact", contact)
                .param("side", chance.nextInt(3) == 0 ? "us" : "them")
                .param("due", TODAY.plusDays(chance.nextInt(120) - 40))
                .param("state", chance.nextInt(4) == 0 ? "kept" : "open")
                .param("next", chance.nextInt(3) > 0)
                .update();
    }

    @AfterAll
    void goHome() throws SQLException {
        teams.close();
    }

    Stream<Slice> slices() {
        return teams.slices();
    }

    private String open(Slice slice) {
        return """
                from offer o join contact c on c.id = o.contact_id
                 where o.state = 'sent' and c.archived_at is null""" + teams.counted(slice, "c.team_id", "c.owner_id", "c.id");
    }

    private long count(Slice slice, String more) {
        return teams.jdbc
                .sql("select count(*) " + open(slice) + more)
                .param("today", TODAY)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private BigDecimal amount(Slice slice, String more) {
        return teams.jdbc
                .sql("select coalesce(sum(" + PRICE + "), 0) " + open(slice) + more)
                .query(BigDecimal.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void everyFigureIsWhatTheBareRowsSay(Slice slice) {
        OnTheTable table = figures.of(slice);

        assertThat(table.all()).isEqualTo(count(slice, " and :today = :today"));
        assertThat(table.pulled()).isEqualTo(count(slice, " and o.pulled and :today = :today"));
        assertThat(table.noDay()).isEqualTo(count(slice, " and " + DAY + " is null and :today = :today"));
        assertThat(table.late()).isEqualTo(count(slice, " and " + DAY + " < :today"));
        assertThat(table.soon())
                .isEqualTo(count(slice, " and " + DAY + " >= :today and " + DAY + " < :today + interval '14 days'"));
        assertThat(table.sums()).allSatisfy(sum -> {
            String in = " and o.currency = '" + sum.currency() + "'";
            assertThat(sum.pulled()).isEqualByComparingTo(amount(slice, in + " and o.pulled"));
            assertThat(sum.pushed()).isEqualByComparingTo(amount(slice, in + " and not o.pulled"));
            assertThat(sum.offers()).isEqualTo(count(slice, in + " and :today = :today"));
        });
        assertThat(table.sums().stream().mapToLong(OnTheTable.Sum::offers).sum())
                .isEqualTo(table.all());
    }

    @ParameterizedTest
    @MethodSource("slices")
    void monthsHoldEveryOpenOfferOnce(Slice slice) {
        OnTheTable table = figures.of(slice);

        assertThat(table.months().stream()
                        .mapToLong(month -> month.pulled() + month.pushed())
                        .sum())
                .isEqualTo(table.all());
        assertThat(table.months()).allSatisfy(month -> {
            String in = month.first() == null
                    ? DAY + " is null"
                    : "to_char(" + DAY + ", 'YYYY-MM-01') = '" + month.first() + "'";
            assertThat(month.pulled()).isEqualTo(count(slice, " and o.pulled and :today = :today and " + in));
            assertThat(month.pushed()).isEqualTo(count(slice, " and not o.pulled and :today = :today and " + in));
        });
    }

    /** The bare rows hold no past states, so they are followed one by one. */
    @ParameterizedTest
    @MethodSource("slices")
    void whatWasOpenWhenThePeriodBeganIsWhatHadGoneOutAndWasNotAnswered(Slice slice) {
        Instant begins = slice.period().from().atStartOfDay(TwoTeams.ZONE).toInstant();
        List<Map<String, Object>> sent = teams.jdbc
                .sql("""
                        select o.id, o.sent_at, o.withdrawn_at,
                               (select min(r.sent_at) from offer r where r.replaces_id = o.id) as replaced_at
                          from offer o join contact c on c.id = o.contact_id
                         where o.sent_at is not null and c.archived_at is null""" + teams.counted(slice, "c.team_id", "c.owner_id", "c.id"))
                .query()
                .listOfRows();

        long open = sent.stream()
                .filter(offer -> isBefore(offer.get("sent_at"), begins))
                .filter(offer -> !isBefore(offer.get("withdrawn_at"), begins))
                .filter(offer -> !isBefore(offer.get("replaced_at"), begins))
                .filter(offer -> !answered(offer.get("id"), begins))
                .count();

        assertThat(figures.of(slice).before()).isEqualTo(open);
    }

    private static boolean isBefore(@Nullable Object moment, Instant begins) {
        return moment instanceof java.sql.Timestamp at && at.toInstant().isBefore(begins);
    }

    private boolean answered(@Nullable Object offer, Instant until) {
        String last = "";
        for (Map<String, Object> decision : teams.jdbc
                .sql("select kind, noted_at from decision where offer_id = :offer order by noted_at, id")
                .param("offer", offer)
                .query()
                .listOfRows()) {
            if (isBefore(decision.get("noted_at"), until)) {
                last = String.valueOf(decision.get("kind"));
            }
        }
        return last.equals("yes") || last.equals("no");
    }

    @ParameterizedTest
    @MethodSource("slices")
    void theRowsOfAFigureSumToIt(Slice slice) {
        OnTheTable table = figures.of(slice);

        assertThat(sum(slice, "open")).isEqualByComparingTo(BigDecimal.valueOf(table.all()));
        assertThat(sum(slice, "pulled")).isEqualByComparingTo(BigDecimal.valueOf(table.pulled()));
        assertThat(sum(slice, "pushed")).isEqualByComparingTo(BigDecimal.valueOf(table.pushed()));
        assertThat(sum(slice, "no-day")).isEqualByComparingTo(BigDecimal.valueOf(table.noDay()));
        assertThat(sum(slice, "late")).isEqualByComparingTo(BigDecimal.valueOf(table.late()));
        assertThat(sum(slice, "soon")).isEqualByComparingTo(BigDecimal.valueOf(table.soon()));
        table.sums().forEach(one -> {
            assertThat(sum(slice, "amount:" + one.currency())).isEqualByComparingTo(one.amount());
            assertThat(sum(slice, "pulled-amount:" + one.currency())).isEqualByComparingTo(one.pulled());
            assertThat(sum(slice, "pushed-amount:" + one.currency())).isEqualByComparingTo(one.pushed());
        });
        table.months().forEach(month -> {
            LocalDate first = month.first();
            String of = first == null ? "" : ":" + first.toString().substring(0, 7);
            String name = first == null ? "no-day-" : "month-";
            assertThat(sum(slice, name + "pulled" + of)).isEqualByComparingTo(BigDecimal.valueOf(month.pulled()));
            assertThat(sum(slice, name + "pushed" + of)).isEqualByComparingTo(BigDecimal.valueOf(month.pushed()));
        });
    }

    @Test
    void theEarliestDayComesFirstAndNoDayLast() {
        List<@Nullable LocalDate> days = new ArrayList<>();
        figures.of(teams.seenBy(teams.leadsBoth)).first().forEach(offer -> days.add(offer.day()));

        assertThat(days).contains((LocalDate) null).doesNotContainSequence((LocalDate) null, TODAY);
        assertThat(days.stream().map(day -> day == null ? LocalDate.MAX : day).toList())
                .isSorted();
    }

    @Test
    void whatAnotherTeamHasOnTheTableMovesNoFigure() {
        OnTheTable north = figures.of(teams.seenBy(teams.leadsNorth));
        OnTheTable south = figures.of(teams.seenBy(teams.leadsSouth));
        OnTheTable both = figures.of(teams.seenBy(teams.leadsBoth));

        assertThat(north.all()).isPositive();
        assertThat(south.all()).isPositive();
        assertThat(north.all() + south.all()).isEqualTo(both.all());
    }

    @Test
    void anEmptyHouseHasNothingOnTheTable() throws SQLException {
        try (TwoTeams nobody = new TwoTeams(1).withNothing()) {
            OnTheTable table = new OfferFigures(nobody.jdbc, new OfferRowsCounted(nobody.jdbc), NOON)
                    .of(nobody.seenBy(nobody.leadsBoth));

            assertThat(table.all()).isZero();
            assertThat(table.sums()).isEmpty();
            assertThat(table.months()).isEmpty();
        }
    }

    @Test
    void figuresThatThereAreNotAreNotSeen() {
        for (String none : List.of("", "all", "open:EUR", "amount:euro", "month-pulled:spring", "amount")) {
            assertThatThrownBy(() -> figures.rows(teams.seenBy(teams.anna), none, null, 9))
                    .as(none)
                    .isInstanceOf(NotSeen.class);
        }
    }

    private BigDecimal sum(Slice slice, String figure) {
        return CountedRows.sum(figures, slice, figure);
    }
}
