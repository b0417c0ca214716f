package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attune.insight.PulledAndPushed.Answers;
import org.attune.insight.PulledAndPushed.InCurrency;
import org.attune.insight.PulledAndPushed.Outcome;
import org.attune.insight.PulledAndPushed.Prices;
import org.attune.insight.PulledAndPushed.Sent;
import org.attune.insight.PulledAndPushed.Waited;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure once more, asked of the bare rows in another way. */
class PullFiguresTests extends FiguresOfTwoTeams<PullFigures> {

    private static final String DAY = "(%s at time zone 'Europe/Berlin')::date";
    private static final String LAST =
            "coalesce((select d.kind from decision d where d.offer_id = o.id order by d.noted_at desc, d.id desc limit 1), 'undecided')";
    private static final String LAST_DAY =
            "(select d.on_day from decision d where d.offer_id = o.id order by d.noted_at desc, d.id desc limit 1)";
    private static final String FIRST_HEARD = """
            (select min(t.said_at) from need_turn l, turn t, offer_need k
              where k.offer_id = o.id and l.need_id = k.need_id and t.id = l.heard_id and l.states)""";
    private static final String NEED_HEARD =
            "(select min(t.said_at) from need_turn l, turn t where l.need_id = n.id and t.id = l.heard_id and l.states)";
    private static final String OUT = "o.kind in ('new', 'tender') and o.state in ('sent', 'decided') and "
            + DAY.formatted("o.sent_at") + " between :from and :until";
    private static final String COST = """
            (select sum(round(k.low * case k.per when 'month' then 12 when 'year' then 1 else 1 end * z.part_gone / 100.0, 2))
               from offer_need z, need_cost k where z.offer_id = o.id and k.id = z.cost_id)""";
    private static final String PRICE = "(o.price_once + o.price_month * 12 + o.price_year)";
    private static final String COMPARABLE = """
            not exists (select from offer_need z left join need_cost k on k.id = z.cost_id
                         where z.offer_id = o.id and (k.low is null or k.currency <> o.currency or z.part_gone is null))""";

    PullFiguresTests() throws SQLException {
        super(new TwoTeams(5));
    }

    @Override
    PullFigures figuresOf(JdbcClient jdbc) {
        return new PullFigures(
                new SentOffers(jdbc),
                new ClearAnswers(jdbc),
                new TouchesAskedFor(jdbc),
                new PriceBesideCost(jdbc),
                new CellRows(jdbc));
    }

    @Override
    void work(TwoTeams teams) throws SQLException {
        teams.withOffers();
    }

    @Override
    Stream<Slice> slices() {
        return Stream.concat(
                super.slices(), Stream.of(teams.seenBy(teams.leadsBoth).before()));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void whatIsUsualIsWhatTheRowsSay(Slice slice) {
        PulledAndPushed shown = figures.of(slice);

        assertThat(shown.answers().usualDays()).isEqualTo(middle(slice, "yes", "no", "not-fit-them", "not-fit-us"));
        assertThat(shown.answers().usualDaysOfNo()).isEqualTo(middle(slice, "no", "not-fit-them", "not-fit-us"));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void theUsualTimeIsTheOneInTheMiddleOfItsRowsInOrder(Slice slice) {
        PulledAndPushed.Answers answers = figures.of(slice).answers();

        isInTheMiddle(answers.usualDays(), rows(slice, "days"));
        isInTheMiddle(answers.usualDaysOfNo(), rows(slice, "days-of-no"));
    }

    private static void isInTheMiddle(@Nullable Integer usual, List<CountedRow> rows) {
        assertThat(rows).extracting(CountedRow::amount).isSortedAccordingTo(BigDecimal::compareTo);
        if (usual == null) {
            assertThat(rows).isEmpty();
        } else {
            assertThat(rows.get((rows.size() - 1) / 2).amount()).isEqualByComparingTo(BigDecimal.valueOf(usual));
        }
    }

    @ParameterizedTest
    @MethodSource("slices")
    void theStepsOfThePeriodAreAllOfIt(Slice slice) {
        PulledAndPushed shown = figures.of(slice);

        assertThat(shown.steps().stream()
                        .mapToLong(PulledAndPushed.Step::pulled)
                        .sum())
                .isEqualTo(shown.sent().pulled().all());
        assertThat(shown.steps().stream()
                        .mapToLong(PulledAndPushed.Step::pushed)
                        .sum())
                .isEqualTo(shown.sent().pushed().all());
        shown.steps().forEach(step -> {
            assertThat(rows(slice.during(step.from(), step.until()), "pulled")).hasSize((int) step.pulled());
        });
    }

    @Test
    void whoseContactWentToAnotherTeamIsCountedWithoutTheirName() {
        Slice north = teams.seenBy(teams.leadsNorth);
        List<CountedRow> unseen =
                rows(north, "offers").stream().filter(row -> row.name() == null).toList();

        assertThat(unseen).isNotEmpty().allSatisfy(row -> {
            assertThat(row.link()).isNull();
            assertThat(row.text()).isNull();
        });
        assertThat(rows(teams.seenBy(teams.leadsBoth), "offers")).allSatisfy(row -> {
            assertThat(row.name()).isNotNull();
            assertThat(row.link()).startsWith("/offers/");
        });
    }

    @Test
    void whereNothingHappenedThereIsNoRate() throws SQLException {
        try (TwoTeams quiet = new TwoTeams(1).withNothing()) {
            PulledAndPushed shown = figuresOf(quiet.jdbc).of(quiet.seenBy(quiet.leadsBoth));

            assertThat(shown.isEmpty()).isTrue();
            assertThat(shown.sent().pullRate()).isNull();
            assertThat(shown.sent().pulled().winRate()).isNull();
            assertThat(shown.answers().usualDays()).isNull();
            assertThat(shown.touches().askedRate()).isNull();
            assertThat(shown.prices().compared()).isEmpty();
            assertThat(shown.steps()).hasSize(3);
        }
    }

    @Test
    void whatIsNoFigureIsNotFound() {
        Slice both = teams.seenBy(teams.leadsBoth);
        for (String none : List.of(
                "",
                "pulled-",
                "nonsense",
                "price",
                "compared",
                "price:EURO",
                "pulled:EUR",
                "yes:0-7",
                "yes-after:8",
                "pushed-maybe")) {
            assertThatThrownBy(() -> figures.rows(both, none, null, 5)).as(none).isInstanceOf(NotSeen.class);
        }
    }

    @Override
    Map<String, BigDecimal> named(Slice slice) {
        PulledAndPushed shown = figures.of(slice);
        Map<String, Number> all = new LinkedHashMap<>();
        Sent sent = shown.sent();
        all.put("offers", sent.all());
        outcome(all, "pulled", sent.pulled());
        outcome(all, "pushed", sent.pushed());
        all.put("withdrawn", sent.withdrawn());
        all.put("again", sent.again());
        all.put("past", sent.past());
        answers(all, shown.answers());
        all.put("touches", shown.touches().all());
        all.put("asked", shown.touches().asked());
        all.put("unasked", shown.touches().unasked());
        all.put("tried", shown.touches().tried());
        prices(all, shown.prices());
        return amounts(all);
    }

    private static void outcome(Map<String, Number> all, String how, Outcome outcome) {
        all.put(how, outcome.all());
        all.put(how + "-clear", outcome.clear());
        all.put(how + "-yes", outcome.yes());
        all.put(how + "-no", outcome.no());
        all.put(how + "-not-now", outcome.notNow());
        all.put(how + "-undecided", outcome.undecided());
    }

    private static void answers(Map<String, Number> all, Answers answers) {
        all.put("clear", answers.clear());
        all.put("yes", answers.yes());
        all.put("no", answers.honestNos());
        all.put("no-offer", answers.noToOffers());
        all.put("not-fit-them", answers.notFitThem());
        all.put("not-fit-us", answers.notFitUs());
        all.put("not-now", answers.notNow());
        all.put("unknown", answers.unknown());
        for (Waited waited : answers.spans()) {
            all.put("yes-after:" + waited.span(), waited.yes());
            all.put("no-after:" + waited.span(), waited.no());
            all.put("not-now-after:" + waited.span(), waited.notNow());
        }
    }

    private static void prices(Map<String, Number> all, Prices prices) {
        all.put("below", prices.below());
        all.put("not-below", prices.notBelow());
        all.put("not-compared", prices.notCompared());
        all.put("no-cost", prices.noCost());
        all.put("not-in-money", prices.notInMoney());
        all.put("other-currency", prices.otherCurrency());
        all.put("no-part", prices.noPart());
        for (InCurrency one : prices.compared()) {
            all.put("compared:" + one.currency(), one.offers());
            all.put("price:" + one.currency(), one.price());
            all.put("goes-away:" + one.currency(), one.goesAway());
        }
    }

    @Override
    BigDecimal naively(Slice slice, String figure) {
        int colon = figure.indexOf(':');
        String what = colon < 0 ? figure : figure.substring(0, colon);
        String of = colon < 0 ? null : figure.substring(colon + 1);
        if (figure.startsWith("pulled") || figure.startsWith("pushed") || figure.equals("offers")) {
            return count(slice, "offer o", OUT + " and " + sent(figure), "o.team_id", "o.owner_id", "o.contact_id");
        }
        return switch (what) {
            case "withdrawn" ->
                count(
                        slice,
                        "offer o",
                        "o.kind <> 'again' and o.state = 'withdrawn' and " + DAY.formatted("o.sent_at")
                                + " between :from and :until",
                        "o.team_id",
                        "o.owner_id",
                        "o.contact_id");
            case "again" ->
                count(
                        slice,
                        "offer o",
                        "o.kind = 'again' and o.state <> 'replaced' and " + DAY.formatted("o.sent_at")
                                + " between :from and :until",
                        "o.team_id",
                        "o.owner_id",
                        "o.contact_id");
            case "past" ->
                count(
                        slice,
                        "past_purchase p join contact x on x.id = p.contact_id",
                        "p.on_day between :from and :until",
                        "x.team_id",
                        "x.owner_id",
                        "x.id");
            case "touches" -> touched(slice, "t.kind <> 'tried_to_reach'");
            case "asked" -> touched(slice, "t.kind <> 'tried_to_reach' and t.asked_for");
            case "unasked" -> touched(slice, "t.kind <> 'tried_to_reach' and not t.asked_for");
            case "tried" -> touched(slice, "t.kind = 'tried_to_reach'");
            case "clear" -> answered(slice, null, "yes", "no", "not-fit-them", "not-fit-us");
            case "no", "no-after" -> answered(slice, of, "no", "not-fit-them", "not-fit-us");
            case "no-offer" -> answered(slice, null, "no");
            case "unknown" -> answered(slice, "unknown", "yes", "no", "not-now", "not-fit-them", "not-fit-us");
            case "yes-after" -> answered(slice, of, "yes");
            case "not-now-after" -> answered(slice, of, "not-now");
            case "yes", "not-now", "not-fit-them", "not-fit-us" -> answered(slice, null, what);
            default -> priced(slice, what, of);
        };
    }

    private static String sent(String figure) {
        if (figure.equals("offers")) {
            return "true";
        }
        String how = figure.startsWith("pulled") ? "o.asked_turn is not null" : "o.push_reason is not null";
        String answer = figure.contains("-") ? figure.substring(7) : "";
        return how
                + switch (answer) {
                    case "" -> "";
                    case "clear" -> " and " + LAST + " <> 'not_now' and " + LAST + " <> 'undecided'";
                    default -> " and " + LAST + " = '" + answer.replace('-', '_') + "'";
                };
    }

    private BigDecimal touched(Slice slice, String which) {
        return count(
                slice,
                "touch t",
                which + " and " + DAY.formatted("t.happened_at") + " between :from and :until",
                "t.team_id",
                "t.noted_by",
                "t.contact_id");
    }

    private BigDecimal answered(Slice slice, @Nullable String span, String... kinds) {
        return BigDecimal.valueOf(days(slice, kinds).stream()
                .filter(days -> span == null || span.equals(spanOf(days)))
                .count());
    }

    private static String spanOf(int days) {
        if (days < 0) {
            return "unknown";
        }
        return List.of("0-7", "8-14", "15-21", "22-28", "29+").get(Math.min(4, Math.max(0, (days - 1) / 7)));
    }

    /** How long each answer took; less than nothing where that is not known. */
    private List<Integer> days(Slice slice, String... kinds) {
        List<Integer> days = new ArrayList<>();
        for (String kind : kinds) {
            days.addAll(
                    kind.startsWith("not-fit")
                            ? teams.ask(
                                    slice,
                                    "select coalesce(greatest(" + DAY.formatted("n.ended_at") + " - "
                                            + DAY.formatted(NEED_HEARD)
                                            + ", case when " + NEED_HEARD
                                            + " is null then -1 else 0 end), -1) from need n where n.not_a_fit_for = '"
                                            + kind.substring(8) + "' and " + DAY.formatted("n.ended_at")
                                            + " between :from and :until and not exists ("
                                            + "select from offer_need k, offer o where k.need_id = n.id and o.id = k.offer_id and o.sent_at is not null)",
                                    "n.team_id",
                                    "n.noted_by",
                                    "(select min(q.contact_id::text)::uuid from need_person q where q.need_id = n.id)",
                                    Integer.class)
                            : teams.ask(
                                    slice,
                                    "select greatest(" + LAST_DAY + " - " + DAY.formatted(FIRST_HEARD)
                                            + ", 0) from offer o where "
                                            + "o.kind in ('new', 'tender') and o.state in ('sent', 'decided') and "
                                            + LAST + " = '"
                                            + kind.replace('-', '_') + "' and " + LAST_DAY
                                            + " between :from and :until",
                                    "o.team_id",
                                    "o.owner_id",
                                    "o.contact_id",
                                    Integer.class));
        }
        return days;
    }

    private @Nullable Integer middle(Slice slice, String... kinds) {
        List<Integer> days =
                days(slice, kinds).stream().filter(d -> d >= 0).sorted().toList();
        return days.isEmpty() ? null : days.get((days.size() - 1) / 2);
    }

    private BigDecimal priced(Slice slice, String figure, @Nullable String currency) {
        String lacks =
                "exists (select from offer_need z left join need_cost k on k.id = z.cost_id where z.offer_id = o.id and %s)";
        String which = OUT + " and "
                + switch (figure) {
                    case "compared", "price", "goes-away" -> COMPARABLE;
                    case "below" -> COMPARABLE + " and " + PRICE + " < " + COST;
                    case "not-below" -> COMPARABLE + " and " + PRICE + " >= " + COST;
                    case "not-compared" -> "not (" + COMPARABLE + ")";
                    case "no-cost" -> lacks.formatted("z.cost_id is null");
                    case "not-in-money" -> lacks.formatted("k.kind in ('not_countable', 'rather_not_say')");
                    case "other-currency" -> lacks.formatted("k.currency <> o.currency");
                    case "no-part" -> lacks.formatted("k.currency = o.currency and z.part_gone is null");
                    default -> throw new IllegalArgumentException(figure);
                }
                + (currency == null ? "" : " and o.currency = '" + currency + "'");
        String what = figure.equals("price") ? PRICE : figure.equals("goes-away") ? COST : "1";
        return teams
                .ask(
                        slice,
                        "select " + what + " from offer o where " + which,
                        "o.team_id",
                        "o.owner_id",
                        "o.contact_id",
                        BigDecimal.class)
                .stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal count(Slice slice, String from, String where, String team, String person, String contact) {
        return BigDecimal.valueOf(
                teams.ask(slice, "select 1 from " + from + " where " + where, team, person, contact, Integer.class)
                        .size());
    }
}
