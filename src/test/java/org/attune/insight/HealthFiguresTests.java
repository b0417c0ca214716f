package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.insight.HealthBoard.Next;
import org.attune.insight.HealthBoard.Step;
import org.attune.insight.HealthBoard.Troubled;
import org.attune.insight.RelationshipsOfChance.House;
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
class HealthFiguresTests {

    private static final LocalDate TODAY = LocalDate.now(RelationshipsOfChance.ZONE);
    private static final Period QUARTER =
            new Period(TODAY.minusMonths(3).plusDays(1), TODAY, RelationshipsOfChance.ZONE);

    /** Theirs now; one condition after the other. */
    private static final String MINE = """
            from contact c where c.merged_into is null and c.archived_at is null
             and (c.owner_id = :viewer or c.team_id in (select team_id from team_lead where user_id = :viewer))
             and coalesce(c.team_id = :team, true) and coalesce(c.owner_id = :person, true)
             and (:company::uuid is null or coalesce(c.company_id = :company, false))
             and coalesce((select stage_key from contact_stage where contact_id = c.id) = :stage, :stage::text is null) and
            """;

    private static final String NOW = "coalesce((select band from contact_health where contact_id = c.id), 'unknown')";

    private static final String THEN = """
            coalesce((select band from health_history where (contact_id, day) in (
              select contact_id, max(day) from health_history where contact_id = c.id and day <= :then group by 1)), 'unknown')""";

    private static final String PLACE =
            "(case %s when 'at_risk' then 1 when 'cooling' then 2 when 'steady' then 3 when 'thriving' then 4 end)";

    private static final String NOTHING_NEXT = """
            not exists (select from stop_in_force(c.id))
            and 0 = (select count(*) from promise where contact_id = c.id and state = 'open')
              + (select count(*) from agreed_silence where contact_id = c.id and ended_at is null and until > :today)
              + (select count(*) from conversation v, participant p where p.conversation_id = v.id and p.contact_id = c.id
                  and v.state = 'planned' and (v.planned_for at time zone 'Europe/Berlin')::date >= :today)""";

    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("now-at_risk", NOW + " = 'at_risk'"),
            Map.entry("now-cooling", NOW + " = 'cooling'"),
            Map.entry("now-steady", NOW + " = 'steady'"),
            Map.entry("now-thriving", NOW + " = 'thriving'"),
            Map.entry("now-unknown", NOW + " = 'unknown'"),
            Map.entry("known", NOW + " <> 'unknown'"),
            Map.entry("healthy", NOW + " in ('steady', 'thriving')"),
            Map.entry("trouble", NOW + " in ('at_risk', 'cooling')"),
            Map.entry("unpromised", NOW + " in ('at_risk', 'cooling') and " + NOTHING_NEXT),
            Map.entry("up", PLACE.formatted(NOW) + " > " + PLACE.formatted(THEN)),
            Map.entry("down", PLACE.formatted(NOW) + " < " + PLACE.formatted(THEN)),
            Map.entry("found", NOW + " <> 'unknown' and " + THEN + " = 'unknown'"),
            Map.entry("lost", NOW + " = 'unknown' and " + THEN + " <> 'unknown'"),
            Map.entry("missing-3", NOW + " = 'unknown' and " + missing("= 0")),
            Map.entry("missing-2", NOW + " = 'unknown' and " + missing("= 1")),
            Map.entry("missing-1", NOW + " = 'unknown' and " + missing("= 2")),
            Map.entry("missing-0", NOW + " = 'unknown' and " + missing(">= 3")),
            Map.entry("neglected", "c.id in (select contact_id from neglected_contact(:viewer, :today))"));

    @Autowired
    private RelationshipsOfChance chance;

    @Autowired
    private HealthFigures figures;

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
        house = chance.of(20261122);
        slices = RelationshipsOfChance.slices(house);
    }

    private static String missing(String many) {
        return "coalesce((select two_way from contact_health where contact_id = c.id), 0) " + many;
    }

    @Test
    void everyFigureIsWhatTheRowsSay() {
        for (Slice slice : slices) {
            HealthBoard board = figures.of(slice);
            for (String band : Bands.ALL) {
                assertThat(board.now().of(band)).as(band).isEqualTo(naive(slice, FIGURES.get("now-" + band)));
            }
            assertThat(board.now().known()).isEqualTo(naive(slice, FIGURES.get("known")));
            assertThat(board.now().healthy()).isEqualTo(naive(slice, FIGURES.get("healthy")));
            assertThat(board.moved())
                    .isEqualTo(new HealthBoard.Moved(
                            naive(slice, FIGURES.get("up")),
                            naive(slice, FIGURES.get("down")),
                            naive(slice, FIGURES.get("found")),
                            naive(slice, FIGURES.get("lost"))));
            assertThat(board.troubledInAll()).isEqualTo(naive(slice, FIGURES.get("trouble")));
            assertThat(board.withoutNext()).isEqualTo(naive(slice, FIGURES.get("unpromised")));
            assertThat(board.neglectedInAll()).isEqualTo(naive(slice, FIGURES.get("neglected")));
            for (int missing = 0; missing <= 3; missing++) {
                assertThat(board.missing().getOrDefault(missing, 0L))
                        .isEqualTo(naive(slice, FIGURES.get("missing-" + missing)));
            }
            assertThat(board.now().mean()).isEqualTo(mean(slice));
        }
    }

    @Test
    void theRowsOfEveryFigureSumToIt() {
        for (Slice slice : slices) {
            FIGURES.forEach((figure, condition) ->
                    assertThat(sum(slice, figure)).as(figure).isEqualTo(naive(slice, condition)));
        }
    }

    @Test
    void chanceLeftNoFigureWithoutACase() {
        FIGURES.forEach((figure, condition) ->
                assertThat(naive(slices.get(0), condition)).as(figure).isPositive());
    }

    @Test
    void howItWasIsWhatTheHistorySays() {
        for (Slice slice : slices) {
            HealthBoard board = figures.of(slice);
            List<Step> days = new ArrayList<>(board.steps());
            days.add(new Step(board.then(), board.before()));
            assertThat(days).hasSizeGreaterThan(3);
            for (Step step : days) {
                for (String band : Bands.ALL) {
                    long naive = past(slice, step.day(), band);
                    assertThat(step.bands().of(band)).as(band + step.day()).isEqualTo(naive);
                    assertThat(sum(slice, "at-" + band + ":" + step.day())).isEqualTo(naive);
                }
                assertThat(sum(slice, "known-at:" + step.day()))
                        .isEqualTo(step.bands().known());
            }
        }
    }

    @Test
    void howItWasIsWhatWasCountedForTheTeamOnThatDay() {
        Slice slice = slices.get(1);
        for (Step step : figures.of(slice).steps()) {
            jdbc.sql("""
                            insert into health_day (day, team_id, band, contacts, score_sum)
                            select :day, x.team_id, x.band, count(*), coalesce(sum(x.score), 0)
                              from (select distinct on (contact_id) * from health_history
                                     where day <= :day order by contact_id, day desc) x
                             where x.team_id = :team group by 2, 3
                            on conflict (day, team_id, band) do update
                               set contacts = excluded.contacts, score_sum = excluded.score_sum""")
                    .param("day", step.day())
                    .param("team", house.north().value())
                    .update();
            assertThat(counted(house.north(), step.day())).isEqualTo(step.bands());
        }
    }

    private Bands counted(TeamId team, LocalDate day) {
        return jdbc
                .sql("select * from health_day where team_id = :team and day = :day")
                .param("team", team.value())
                .param("day", day)
                .query((row, n) ->
                        new Bands(Map.of(row.getString("band"), row.getLong("contacts")), row.getLong("score_sum")))
                .list()
                .stream()
                .reduce(Bands.NONE, Bands::and);
    }

    @Test
    void theWorstStandFirstWithWhatIsLowestAndWhatIsAgreed() {
        Viewer anna = somebody.whoSells();
        ContactId worst = is(anna, 12);
        ContactId other = is(anna, 44);
        is(anna, 81);
        dealings.promised(worst, "us", anna, TODAY.plusDays(3));
        jdbc.sql("update contact_health set rhythm = 0, balance = 50, promises = 20, needs = 70 where contact_id = :id")
                .param("id", worst.value())
                .update();

        List<Troubled> troubled = figures.of(all(anna)).troubled();

        assertThat(troubled).extracting(Troubled::contact).containsExactly(worst.value(), other.value());
        assertThat(troubled.get(0).reasons())
                .containsExactly(new HealthBoard.Reason("rhythm", 0), new HealthBoard.Reason("promises", 20));
        assertThat(troubled.get(0).next()).isEqualTo(new Next("promise-us", TODAY.plusDays(3), "Send the list"));
        assertThat(troubled.get(1).next()).isNull();
    }

    @Test
    void nobodyAtAllIsNobodyAndNoAverage() {
        HealthBoard board = figures.of(all(somebody.whoSells()));

        assertThat(board.now()).isEqualTo(Bands.NONE);
        assertThat(board.now().mean()).isNull();
        assertThat(board.steps()).allMatch(step -> step.bands().equals(Bands.NONE));
        assertThat(board.troubled()).isEmpty();
    }

    @Test
    void aPeriodBeforeAnythingWasKnownHasNobody() {
        Period longAgo = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31), RelationshipsOfChance.ZONE);
        HealthBoard board = figures.of(new Slice(house.manager(), null, null, null, null, longAgo));

        assertThat(board.steps()).hasSize(12).allMatch(step -> step.bands().inAll() == 0);
        assertThat(board.moved().up() + board.moved().down()).isZero();
        assertThat(board.now().inAll()).isPositive();
    }

    @Test
    void whatAnotherTeamDoesMovesNothing() {
        HealthBoard before = figures.of(slices.get(0));
        ContactId theirs = is(house.stranger(), 5);
        chance.was(theirs, TODAY.minusDays(40), 99, chance.teamOf(theirs));

        assertThat(figures.of(slices.get(0))).isEqualTo(before);
    }

    @Test
    void whoeverWentToAnotherTeamStaysInThePastOfTheFirst() {
        Viewer anna = somebody.whoSells();
        Viewer cora = somebody.whoSells();
        TeamId north = somebody.teamOf(anna);
        Viewer manager = somebody.whoLeads(north);
        ContactId helen = is(anna, 70);
        chance.was(helen, TODAY.minusDays(50), 70, north.value());
        chance.was(helen, TODAY.minusDays(10), 75, somebody.teamOf(cora).value());
        dealings.goesTo(helen, cora);

        HealthBoard hers = figures.of(new Slice(manager, null, null, null, null, QUARTER));
        HealthBoard corasOwn = figures.of(all(cora));

        assertThat(hers.now().inAll()).isZero();
        assertThat(hers.steps()).anyMatch(step -> step.bands().of("steady") == 1);
        assertThat(hers.steps().get(hers.steps().size() - 1).bands().inAll()).isZero();
        assertThat(corasOwn.now().of("steady")).isEqualTo(1);
        List<CountedRow> rows =
                rows(new Slice(manager, null, null, null, null, QUARTER), "at-steady:" + TODAY.minusDays(30));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.name()).isNull();
            assertThat(row.link()).isNull();
        });
    }

    @Test
    void costsTheSameHoweverMuchThereIs() {
        Viewer anna = somebody.whoSells();
        is(anna, 20);

        assertThat(Statements.during(() -> figures.of(slices.get(0))))
                .isEqualTo(Statements.during(() -> figures.of(all(anna))))
                .isEqualTo(7);
    }

    @Test
    void saysWhatWouldHelpThoseInTrouble() {
        Viewer anna = somebody.whoSells();
        is(anna, 20);

        assertThat(figures.of(all(anna)).troubled()).singleElement().satisfies(one -> assertThat(one.moves())
                .isNotEmpty());
    }

    @Test
    void aFigureItDoesNotHaveIsNotFound() {
        for (String unknown : List.of(
                "",
                "now",
                "now-",
                "now-fine",
                "missing-4",
                "missing",
                "at-steady:today",
                "at-steady",
                "at-fine:2026-01-01",
                "neglected:2026-01-01",
                "up:1",
                "known-at",
                "known-at:x",
                ":")) {
            assertThatThrownBy(() -> figures.rows(slices.get(0), unknown, null, 10))
                    .as(unknown)
                    .isInstanceOf(NotSeen.class);
        }
    }

    private ContactId is(Viewer owner, int score) {
        ContactId contact = happened.met(owner);
        chance.forget(contact);
        chance.isNow(contact, score, 4, new Random(1));
        return contact;
    }

    private static Slice all(Viewer viewer) {
        return new Slice(viewer, null, null, null, null, QUARTER);
    }

    private long naive(Slice slice, @Nullable String condition) {
        return jdbc.sql("select count(*) " + MINE + "(" + condition + ")")
                .params(parameters(slice))
                .query(Long.class)
                .single();
    }

    private @Nullable Double mean(Slice slice) {
        return jdbc.sql("select avg(score)::float8 as mean from contact_health where contact_id in (select c.id " + MINE
                        + "true)")
                .params(parameters(slice))
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject("mean", Double.class)))
                .single()
                .orElse(null);
    }

    private long past(Slice slice, LocalDate day, String band) {
        return jdbc.sql("""
                        select count(*) from health_history x, contact c
                         where c.id = x.contact_id and x.day <= :day and x.band = :band
                           and not exists (select from health_history y where y.contact_id = x.contact_id
                                             and y.day > x.day and y.day <= :day)
                           and x.team_id is not null
                           and (c.owner_id = :viewer or x.team_id in (select team_id from team_lead where user_id = :viewer))
                           and coalesce(x.team_id = :team, true) and coalesce(c.owner_id = :person, true)
                           and (:company::uuid is null or coalesce(c.company_id = :company, false))
                           and coalesce((select stage_key from contact_stage where contact_id = c.id) = :stage, :stage::text is null)""")
                .params(parameters(slice))
                .param("day", day)
                .param("band", band)
                .query(Long.class)
                .single();
    }

    private static Map<String, @Nullable Object> parameters(Slice slice) {
        Map<String, @Nullable Object> all = slice.parameters();
        all.put("today", TODAY);
        all.put("then", slice.period().from().minusDays(1));
        return all;
    }

    private long sum(Slice slice, String figure) {
        return CountedRows.whole(figures, slice, figure);
    }

    private List<CountedRow> rows(Slice slice, String figure) {
        return CountedRows.all(figures, slice, figure);
    }
}
