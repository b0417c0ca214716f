package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnId;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.figures.Spread;
import org.attune.figures.SpreadScope;
import org.attune.figures.Untold;
import org.attune.insight.ListeningBoard.Among;
import org.attune.insight.ListeningBoard.Fact;
import org.attune.insight.ListeningBoard.Step;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every figure once more, asked of the bare rows in another way; and nobody is seen who may not be. */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListeningFiguresTests {

    private static final LocalDate TODAY = LocalDate.now(HouseOfChance.ZONE);
    private static final Period QUARTER = new Period(TODAY.minusDays(89), TODAY, HouseOfChance.ZONE);
    private static final String OFF_THE_SHELF =
            "We send the checklist on Monday, and on Friday one of us calls to hear what is missing.";

    private static final Map<ListeningFact, String[]> FACTS = Map.of(
            ListeningFact.ROOM, new String[] {"their_words", "their_words + our_words"},
            ListeningFact.ASKED, new String[] {"our_asking", "our_goes"},
            ListeningFact.ANSWERED, new String[] {"taken_up", "their_questions"},
            ListeningFact.PLAYED_BACK, new String[] {"sign(played_back) * gone_through::int", "gone_through::int"},
            ListeningFact.ACKNOWLEDGED,
                    new String[] {"acknowledged * gone_through::int", "replies * gone_through::int"},
            ListeningFact.PUSHED, new String[] {"pushes * gone_through::int", "our_goes * gone_through::int"},
            ListeningFact.ALIKE,
                    new String[] {
                        "(select count(*) from turn t where t.conversation_id = q.id and t.id in (select turn_id from turn_alike))"
                                + " * sign(responses)",
                        "responses"
                    },
            ListeningFact.LONGEST_RUN, new String[] {"0.01 * longest_run", "1"});

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private ListeningFigures figures;

    @Autowired
    private FiguresAboutPeople setting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Viewer manager;
    private TeamId team;
    private TeamId few;
    private final List<Viewer> sellers = new ArrayList<>();
    private Viewer stranger;

    @BeforeAll
    void build() {
        Random chance = new Random(3);
        team = somebody.aTeam();
        few = somebody.aTeam();
        manager = somebody.whoLeads(team, few);
        stranger = somebody.whoSells();
        for (int n = 0; n < 9; n++) {
            sellers.add(somebody.whoSells(n < 6 ? team : few));
        }
        for (Viewer seller : sellers) {
            ContactId helen = scene.contactOf(seller);
            for (int n = 0; n < 32; n++) {
                talk(seller, helen, Instant.now().minus(Duration.ofHours(1 + chance.nextInt(24 * 190))), chance);
            }
        }
        saysTheSameTwice(sellers.get(0));
    }

    private List<Slice> slices() {
        return List.of(
                slice(manager, null, QUARTER),
                slice(manager, team, new Period(TODAY.minusDays(30), TODAY.minusDays(1), HouseOfChance.ZONE)),
                slice(manager, few, QUARTER),
                slice(sellers.get(0), null, QUARTER));
    }

    private Slice whole() {
        return slice(manager, team, QUARTER);
    }

    private static Slice slice(Viewer viewer, @Nullable TeamId team, Period period) {
        return new Slice(viewer, team, null, null, null, period);
    }

    @Test
    void everySpreadIsWhatTheBareRowsSayOfAWholeMonth() {
        for (Period period :
                List.of(QUARTER, new Period(TODAY.minusDays(44), TODAY.minusDays(40), HouseOfChance.ZONE))) {
            Among among = among(slice(manager, team, period));
            assertThat(among.facts()).hasSize(ListeningFact.values().length);
            for (Fact fact : among.facts()) {
                isWhatTheRowsSay(fact.fact(), fact.now(), among.month(), "true");
                isWhatTheRowsSay(fact.fact(), fact.before(), among.before(), "true");
                fact.byHat()
                        .forEach((hat, spread) -> isWhatTheRowsSay(
                                fact.fact(),
                                spread,
                                among.month(),
                                "hat = '" + hat.name().toLowerCase() + "'"));
                fact.steps().forEach(step -> isWhatTheRowsSay(fact.fact(), step.spread(), step.month(), "true"));
                assertThat(fact.steps()).extracting(Step::month).endsWith(among.before(), among.month());
            }
        }
    }

    @Test
    void theDataHaveSpreads() {
        ListeningBoard board = figures.of(whole());

        assertThat(among(whole()).facts())
                .filteredOn(fact -> fact.fact() == ListeningFact.ROOM || fact.fact() == ListeningFact.LONGEST_RUN)
                .allSatisfy(fact -> assertThat(fact.now()).isNotNull());
        assertThat(board.talks().complete()).isPositive();
        assertThat(board.talks().incomplete()).isPositive();
    }

    @Test
    void whoeverChoosesOtherDaysIsToldTheSameOfEachMonth() {
        Map<String, Set<Optional<Spread>>> told = new TreeMap<>();
        for (int n = 0; n < 36; n += 3) {
            Period days = new Period(TODAY.minusDays(n + 20), TODAY.minusDays(n), HouseOfChance.ZONE);
            ListeningBoard board = figures.of(slice(manager, team, days));
            if (board.among() == null) {
                continue;
            }
            for (Fact fact : board.among().facts()) {
                fact.steps().forEach(step -> told.computeIfAbsent(
                                fact.fact() + " " + step.month(), every -> new HashSet<>())
                        .add(Optional.ofNullable(step.spread())));
                told.computeIfAbsent(fact.fact() + " " + board.among().month(), every -> new HashSet<>())
                        .add(Optional.ofNullable(fact.now()));
            }
        }
        assertThat(told)
                .isNotEmpty()
                .allSatisfy((month, spreads) -> assertThat(spreads).as(month).hasSize(1));
    }

    @Test
    void withoutOneCompanyOneStageOrOnePersonNothingIsToldToCompareItWith() {
        CompanyId company = new CompanyId(Ids.next());
        for (Slice narrowed : List.of(
                new Slice(manager, team, sellers.get(0).id(), null, null, QUARTER),
                new Slice(manager, team, null, "customer", null, QUARTER),
                new Slice(manager, team, null, null, company, QUARTER))) {
            ListeningBoard board = figures.of(narrowed);
            assertThat(board.why()).isEqualTo(Untold.NARROWED);
            assertThat(board.among()).isNull();
            assertThat(board.alike()).isNull();
            assertThatThrownBy(() -> figures.rows(narrowed, "alike", null, 10)).isInstanceOf(NotSeen.class);
        }
    }

    @Test
    void allTeamsLessOneOfThemIsNotToldEither() {
        ListeningBoard board = figures.of(slice(manager, null, QUARTER));

        assertThat(board.why()).isEqualTo(Untold.WHICH_TEAM);
        assertThat(board.among()).isNull();
        assertThat(board.alike()).isNull();
    }

    @Test
    void whoeverLooksIsNotAmongThemAndKnowsNothingMoreByWhatTheyDoThemselves() {
        TeamId their = somebody.aTeam();
        Viewer leads = somebody.whoLeads(their);
        List<Viewer> people = List.of(
                leads,
                somebody.whoSells(their),
                somebody.whoSells(their),
                somebody.whoSells(their),
                somebody.whoSells(their));
        Random chance = new Random(8);
        for (Viewer one : people) {
            ContactId with = scene.contactOf(one);
            for (int n = 0; n < 20; n++) {
                talk(one, with, monthBefore(n), chance);
            }
        }
        assertThat(figures.of(slice(leads, null, QUARTER)).why()).isEqualTo(Untold.FEW);
        assertThat(figures.of(slice(leads, null, QUARTER)).own()).isNotEmpty();

        Viewer sixth = somebody.whoSells(their);
        ContactId with = scene.contactOf(sixth);
        for (int n = 0; n < 20; n++) {
            talk(sixth, with, monthBefore(n), chance);
        }
        Among before = among(slice(leads, null, QUARTER));
        assertThat(before.people()).isEqualTo(5);
        talk(leads, scene.contactOf(leads), monthBefore(1), chance);
        assertThat(among(slice(leads, null, QUARTER))).isEqualTo(before);
    }

    @Test
    void theDatabaseGivesWholeMonthsOfATeamOneLeadsAndNothingElse() {
        LocalDate month = among(whole()).month().atDay(1);

        assertThat(spreadRows(manager, team, month.plusDays(9), month.plusDays(10)))
                .isEqualTo(spreadRows(manager, team, month, month))
                .isPositive();
        assertThat(spreadRows(manager, team, TODAY.withDayOfMonth(1), TODAY)).isZero();
        assertThat(spreadRows(sellers.get(0), team, month, month)).isZero();
        assertThat(spreadRows(somebody.whoLeads(somebody.aTeam()), team, month, month))
                .isZero();
    }

    private long spreadRows(Viewer viewer, TeamId of, LocalDate first, LocalDate last) {
        return jdbc.sql("select count(*) from spread_conversation(:viewer, :team, :first, :last, 'Europe/Berlin')")
                .param("viewer", viewer.uuid())
                .param("team", of.value())
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    private Among among(Slice slice) {
        return Objects.requireNonNull(figures.of(slice).among());
    }

    /** In the newest month of which is told. */
    private static Instant monthBefore(int hours) {
        LocalDate day = TODAY.minusDays(7).withDayOfMonth(1).minusDays(14);
        return day.atTime(1, 0).atZone(HouseOfChance.ZONE).toInstant().plus(Duration.ofHours(hours));
    }

    @Test
    void whatIsCountedAndWhatIsLeftOutIsWhatTheBareRowsSay() {
        for (Slice slice : slices()) {
            ListeningBoard board = figures.of(slice);
            assertThat(board.talks().complete()).isEqualTo(naive(slice, "nth > 10 and complete"));
            assertThat(board.talks().incomplete()).isEqualTo(naive(slice, "nth > 10 and not complete"));
            assertThat(board.talks().firstTen()).isEqualTo(naive(slice, "nth <= 10"));
            if (board.alike() == null) {
                continue; // nothing is told of few, nor of several teams
            }
            assertThat(board.alike())
                    .isEqualTo(jdbc.sql(
                                    "select count(*) from turn t join (" + ranked("*")
                                            + ") q on q.id = t.conversation_id where nth > 10 and t.id in (select turn_id from turn_alike)")
                            .params(slice.parameters())
                            .query(Long.class)
                            .single());
        }
    }

    @Test
    void theRowsBehindEveryFigureAddUpToIt() {
        for (Slice slice : slices()) {
            ListeningBoard board = figures.of(slice);
            assertThat(sumOfRows(slice, "complete")).isEqualTo(board.talks().complete());
            assertThat(sumOfRows(slice, "incomplete")).isEqualTo(board.talks().incomplete());
            assertThat(sumOfRows(slice, "first-ten")).isEqualTo(board.talks().firstTen());
            if (board.alike() != null) {
                assertThat(sumOfRows(slice, "alike")).isEqualTo(board.alike());
            }
        }
    }

    @Test
    void ofFewerThanFivePeopleNothingIsTold() {
        ListeningBoard board = figures.of(slice(manager, few, QUARTER));

        assertThat(board.why()).isEqualTo(Untold.FEW);
        assertThat(board.among()).isNull();
        assertThat(board.alike()).isNull();
        assertThat(board.own()).isEmpty();
    }

    @Test
    void nobodyElseHasAnybodysOwnLine() {
        assertThat(figures.of(whole()).own()).isEmpty();
        Slice about = new Slice(manager, null, sellers.get(0).id(), null, null, QUARTER);
        ListeningBoard board = figures.of(about);

        assertThat(board.own()).isEmpty();
        assertThat(board.pairs()).isEmpty();
    }

    @Test
    void ownFactsAreWhatTheBareRowsSay() {
        Slice own = slice(sellers.get(0), null, QUARTER);
        ListeningBoard board = figures.of(own);

        assertThat(board.why()).isEqualTo(Untold.NO_TEAM);
        assertThat(board.own()).hasSize(ListeningFact.values().length).allSatisfy(one -> {
            isOwn(one.fact(), one.now(), own);
            isOwn(one.fact(), one.before(), own.before());
        });
        assertThat(board.own().get(0).now()).isNotNull();
    }

    @Test
    void whereThereAreNoFiguresAboutPeopleNothingIsSummedUp() {
        Viewer admin = somebody.whoAdministers();
        FiguresLevel before = setting.current().level();
        setting.settle(admin, FiguresLevel.OFF, setting.current().number());
        try {
            ListeningBoard board = figures.of(whole());
            assertThat(board.shown()).isFalse();
            assertThat(board.among()).isNull();
            assertThat(board.alike()).isNull();
            assertThat(figures.of(slice(sellers.get(0), null, QUARTER)).own()).isEmpty();
            LocalDate month = SpreadScope.months(TODAY, TODAY, TODAY).get(0).atDay(1);
            assertThat(spreadRows(manager, team, month, month)).isZero();
        } finally {
            setting.settle(admin, before, setting.current().number());
        }
    }

    @Test
    void bothTextsStandSideBySideOnlyForWhoeverMayReadBoth() {
        ListeningBoard own = figures.of(slice(sellers.get(0), null, QUARTER));
        assertThat(own.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.later().words()).isEqualTo(OFF_THE_SHELF);
            assertThat(pair.earlier().words()).isEqualTo(OFF_THE_SHELF);
            assertThat(pair.likeness()).isEqualTo(100);
        });
        assertThat(figures.of(whole()).pairs()).hasSize(1);

        jdbc.sql("update conversation set visibility = 'private' where owner_id = :anna")
                .param("anna", sellers.get(0).uuid())
                .update();
        assertThat(figures.of(whole()).pairs()).isEmpty();
        assertThat(figures.of(whole()).alike()).isEqualTo(1);
        assertThat(figures.rows(whole(), "alike", null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text()).isNull();
                    assertThat(row.link()).isNull();
                });
        jdbc.sql("update conversation set visibility = 'team' where owner_id = :anna")
                .param("anna", sellers.get(0).uuid())
                .update();
    }

    @Test
    void whatAnotherTeamDoesMovesNothing() {
        ListeningBoard before = figures.of(whole());
        ContactId theirs = scene.contactOf(stranger);
        Random chance = new Random(5);
        for (int n = 0; n < 12; n++) {
            talk(stranger, theirs, Instant.now().minusSeconds(60), chance);
        }

        assertThat(figures.of(whole())).isEqualTo(before);
    }

    @Test
    void costsTheSameHoweverMuchThereIs() {
        Slice nobody = slice(somebody.whoLeads(somebody.aTeam()), null, QUARTER);
        int few = Statements.during(() -> figures.of(nobody));

        assertThat(Statements.during(() -> figures.of(whole()))).isLessThanOrEqualTo(few + 1); // how many are alike
    }

    @Test
    void aFigureItDoesNotHaveIsNotFound() {
        for (String unknown : List.of("", "room", "complete-room", "people")) {
            assertThatThrownBy(() -> figures.rows(slices().get(0), unknown, null, 10))
                    .isInstanceOf(NotSeen.class);
        }
    }

    private void isWhatTheRowsSay(ListeningFact fact, @Nullable Spread spread, YearMonth month, String which) {
        Period days = new Period(month.atDay(1), month.atEndOfMonth(), HouseOfChance.ZONE);
        jdbc.sql(
                        "select count(value), percentile_cont(array[0.25, 0.5, 0.75]) within group (order by value) as at from ("
                                + values(fact, which + " and owner_id <> :viewer") + ") x")
                .params(slice(manager, team, days).parameters())
                .query((java.sql.ResultSet row) -> {
                    assertThat(spread != null).isEqualTo(row.getInt(1) >= 5);
                    if (spread != null) {
                        Double[] at = (Double[]) row.getArray("at").getArray();
                        assertThat(spread.people()).isEqualTo(row.getInt(1));
                        assertThat(spread.lower()).isCloseTo(at[0], within(1e-6));
                        assertThat(spread.middle()).isCloseTo(at[1], within(1e-6));
                        assertThat(spread.upper()).isCloseTo(at[2], within(1e-6));
                    }
                });
    }

    private void isOwn(ListeningFact fact, @Nullable Double own, Slice slice) {
        BigDecimal naive = jdbc.sql("select max(value) as value from (" + values(fact, "owner_id = :viewer") + ") x")
                .params(slice.parameters())
                .query((row, n) -> Optional.ofNullable(row.getBigDecimal("value")))
                .single()
                .orElse(null);
        assertThat(own == null).isEqualTo(naive == null);
        if (own != null && naive != null) {
            assertThat(own).isCloseTo(naive.doubleValue(), within(1e-6));
        }
    }

    private static String values(ListeningFact fact, String which) {
        String[] parts = Objects.requireNonNull(FACTS.get(fact));
        return "select owner_id, 100.0 * sum(" + parts[0] + ") / nullif(sum(" + parts[1] + "), 0) as value from ("
                + ranked("*") + ") q where nth > 10 and complete and " + which + " group by owner_id";
    }

    /** The conversations of the slice that were measured, each with its number among all of whoever had it. */
    private static String ranked(String columns) {
        return "select " + columns + """
                 from (select v.id, v.owner_id, v.team_id, v.hat, v.happened_at,
                              row_number() over (partition by v.owner_id order by v.happened_at, v.id) as nth
                         from conversation v where v.state not in ('planned', 'called_off')) r
                 join conversation_measure m on m.conversation_id = r.id
                where (r.happened_at at time zone 'Europe/Berlin')::date between :from and :until
                  and (r.owner_id = :viewer or r.team_id in (select team_id from team_lead where user_id = :viewer))
                  and coalesce(r.team_id = :team, true) and coalesce(r.owner_id = :person, true)""";
    }

    private long naive(Slice slice, String condition) {
        return jdbc.sql("select count(*) from (" + ranked("*") + ") q where " + condition)
                .params(slice.parameters())
                .query(Long.class)
                .single();
    }

    private void saysTheSameTwice(Viewer anna) {
        for (int n = 0; n < 2; n++) {
            ContactId whom = scene.contactOf(anna);
            ConversationId talk = scene.begun(anna, whom);
            TurnId heard = scene.heard(anna, talk, whom, "What happens next?");
            scene.asked(anna, talk, "What would help?", heard);
            TurnId answer = scene.heard(anna, talk, whom, "A list would.");
            scene.responded(anna, talk, OFF_THE_SHELF, answer);
            measured(talk.value(), new Random(n), true);
        }
    }

    private void talk(Viewer owner, ContactId with, Instant at, Random chance) {
        UUID id = Ids.next();
        transaction.executeWithoutResult(done -> {
            jdbc.sql("""
                            insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, happened_at,
                                                      outcome, ended_at)
                            select :id, u.id, u.team_id, :lead, :hat, 'call', 'we', 'closed', :at, 'goodbye', :at
                              from app_user u where u.id = :owner""")
                    .param("id", id)
                    .param("lead", with.value())
                    .param("hat", chance.nextInt(3) == 0 ? "marketing" : "sales")
                    .param("at", Timestamp.from(at))
                    .param("owner", owner.uuid())
                    .update();
            jdbc.sql("insert into participant (conversation_id, contact_id) values (:id, :contact)")
                    .param("id", id)
                    .param("contact", with.value())
                    .update();
        });
        measured(id, chance, chance.nextInt(4) > 0);
    }

    private void measured(UUID talk, Random chance, boolean complete) {
        int ours = chance.nextInt(9);
        int replies = chance.nextInt(ours + 1);
        int questions = chance.nextInt(5);
        jdbc.sql("""
                        insert into conversation_measure (conversation_id, complete, gone_through, our_goes, their_goes, our_words,
                            their_words, our_asking, their_asking, their_questions, taken_up, replies, acknowledged, pushes,
                            played_back, responses, longest_run)
                        values (:id, :complete, :through, :ours, 5, :words, :theirs, :asking, 0, :questions, :taken, :replies,
                                :acknowledged, :pushes, :played, :responses, :run)""")
                .param("id", talk)
                .param("complete", complete)
                .param("through", chance.nextInt(3) > 0)
                .param("ours", ours)
                .param("words", chance.nextInt(300))
                .param("theirs", chance.nextInt(300))
                .param("asking", chance.nextInt(ours + 1))
                .param("questions", questions)
                .param("taken", chance.nextInt(questions + 1))
                .param("replies", replies)
                .param("acknowledged", chance.nextInt(replies + 1))
                .param("pushes", chance.nextInt(Math.min(ours, 2) + 1))
                .param("played", chance.nextInt(3))
                .param("responses", chance.nextInt(4) + 1)
                .param("run", chance.nextInt(200))
                .update();
    }

    private long sumOfRows(Slice slice, String figure) {
        return CountedRows.whole(figures, slice, figure);
    }
}
