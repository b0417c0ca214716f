package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.insight.HouseOfChance.House;
import org.attune.insight.PromiseBoard.Kept;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure once more, asked of the bare rows in another way. */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseFiguresTests {

    private static final LocalDate TODAY = LocalDate.now(HouseOfChance.ZONE);
    private static final Period QUARTER = new Period(TODAY.minusDays(90), TODAY, HouseOfChance.ZONE);

    private static final Map<String, String> BECAME = Map.of(
            "in-time", "p.state = 'kept' and kept_at(p) < (p.due + 1)::timestamp at time zone 'Europe/Berlin'",
            "late", "p.state = 'kept' and kept_at(p) >= (p.due + 1)::timestamp at time zone 'Europe/Berlin'",
            "broken", "p.state = 'broken'",
            "overdue", "p.state = 'open' and p.due < :today",
            "open", "p.state = 'open' and p.due >= :today",
            "moved",
                    "p.due <> (select o.from_due from promise_outcome o where o.promise_id = p.id and o.kind = 'moved' order by o.noted_at limit 1)",
            "due", "true");

    private static final String KEPT_AT =
            "(select coalesce(max(o.noted_at), p.made_at) from promise_outcome o where o.promise_id = p.id and o.kind = 'kept')";

    @Autowired
    private HouseOfChance houses;

    @Autowired
    private Somebody somebody;

    @Autowired
    private PromiseFigures figures;

    @Autowired
    private Dealings dealings;

    @Autowired
    private JdbcClient jdbc;

    private House house;

    @BeforeAll
    void build() {
        house = houses.of(6);
        houses.staged(house, 6);
    }

    private List<Slice> slices() {
        Period month = new Period(TODAY.minusDays(40), TODAY.plusDays(20), HouseOfChance.ZONE);
        return house.slices(QUARTER, month);
    }

    @Test
    void everyFigureIsWhatTheBareRowsSay() {
        for (Slice slice : slices()) {
            PromiseBoard board = figures.of(slice);
            assertThat(figures(board.us())).isEqualTo(naive(slice, "us"));
            assertThat(figures(board.them())).isEqualTo(naive(slice, "them"));
            assertThat(figures(board.usBefore())).isEqualTo(naive(slice.before(), "us"));
            assertThat(figures(board.themBefore())).isEqualTo(naive(slice.before(), "them"));
            for (PromiseBoard.Step step : board.steps()) {
                Slice part = slice.during(step.from(), step.until());
                assertThat(figures(step.us())).isEqualTo(naive(part, "us"));
                assertThat(figures(step.them())).isEqualTo(naive(part, "them"));
            }
            Slice ever = slice.during(LocalDate.of(2000, 1, 1), TODAY);
            assertThat(board.overdueUs()).isEqualTo(naive(ever, "us").get("overdue"));
            assertThat(board.overdueThem()).isEqualTo(naive(ever, "them").get("overdue"));
        }
    }

    @Test
    void theRowsBehindEveryFigureAddUpToIt() {
        for (Slice slice : slices()) {
            PromiseBoard board = figures.of(slice);
            figures(board.us()).forEach((figure, sum) -> assertThat(sumOfRows(slice, "us-" + figure))
                    .isEqualTo(sum));
            figures(board.them()).forEach((figure, sum) -> assertThat(sumOfRows(slice, "them-" + figure))
                    .isEqualTo(sum));
            assertThat(sumOfRows(slice, "us-overdue-now")).isEqualTo(board.overdueUs());
            assertThat(sumOfRows(slice, "them-overdue-now")).isEqualTo(board.overdueThem());
        }
    }

    @Test
    void theDataHaveEverythingThatIsCounted() {
        Period all = new Period(TODAY.minusDays(220), TODAY.plusDays(90), HouseOfChance.ZONE);
        PromiseBoard board = figures.of(new Slice(house.manager(), null, null, null, null, all));

        assertThat(figures(board.us()).values()).doesNotContain(0L);
        assertThat(figures(board.them()).values()).doesNotContain(0L);
    }

    @Test
    void aPromiseStaysWithTheTeamOfItsDayAndIsCountedThereWithoutAName() {
        House another = houses.of(7);
        Slice slice = new Slice(another.manager(), another.north(), null, null, null, QUARTER);
        Map<String, Long> before = figures(figures.of(slice).us());
        another.contacts().forEach(contact -> dealings.goesTo(contact, another.stranger()));

        assertThat(figures(figures.of(slice).us())).isEqualTo(before);
        List<CountedRow> rows = allRows(slice, "us-due");
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.name()).isNull();
            assertThat(row.link()).isNull();
            assertThat(row.text()).isNull();
        });
    }

    @Test
    void whatAnotherTeamPromisesMovesNothing() {
        Slice slice = slices().get(0);
        PromiseBoard before = figures.of(slice);
        ContactId theirs = theirOwn(house.stranger());
        jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by)
                        select uuidv7(), c.id, c.team_id, 'us', c.owner_id, 'Call', :due, c.owner_id from contact c where c.id = :id""")
                .param("due", TODAY.minusDays(3))
                .param("id", theirs.value())
                .update();

        assertThat(figures.of(slice)).isEqualTo(before);
    }

    @Test
    void nobodyPromisedAnythingYetIsNoZeroPercent() {
        PromiseBoard board = figures.of(new Slice(somebody.whoSells(), null, null, null, null, QUARTER));

        assertThat(board.isEmpty()).isTrue();
        assertThat(board.us().inTimeOfHundred()).isNull();
    }

    @Test
    void costsTheSameHoweverMuchThereIs() {
        assertThat(Statements.during(() -> figures.of(slices().get(0)))).isEqualTo(2);
    }

    @Test
    void aFigureItDoesNotHaveIsNotFound() {
        for (String unknown : List.of("", "us", "us-", "we-late", "us-kept", "due", "them-in_time")) {
            assertThatThrownBy(() -> figures.rows(slices().get(0), unknown, null, 10))
                    .isInstanceOf(NotSeen.class);
        }
    }

    private ContactId theirOwn(Viewer stranger) {
        return new ContactId(jdbc.sql("select id from contact where owner_id = :owner and archived_at is null limit 1")
                .param("owner", stranger.uuid())
                .query(UUID.class)
                .single());
    }

    private static Map<String, Long> figures(Kept kept) {
        return new TreeMap<>(Map.of(
                "in-time", kept.inTime(),
                "late", kept.late(),
                "broken", kept.broken(),
                "overdue", kept.overdue(),
                "open", kept.open(),
                "moved", kept.moved(),
                "due", kept.due()));
    }

    private Map<String, Long> naive(Slice slice, String side) {
        Map<String, Long> counted = new TreeMap<>();
        BECAME.forEach((figure, condition) -> counted.put(figure, naive(slice, side, condition)));
        return counted;
    }

    private long naive(Slice slice, String side, String condition) {
        Map<String, @Nullable Object> parameters = slice.parameters();
        parameters.put("today", TODAY);
        parameters.put("side", side);
        return jdbc.sql("""
                        select count(distinct p.id) from promise p, contact c, app_user u
                         where c.id = p.contact_id and u.id = :viewer and p.side = :side
                           and (c.owner_id = u.id or p.team_id in (
                                 select team_id from team_lead where user_id = u.id and u.role = 'manager'))
                           and p.due >= :from and p.due <= :until
                           and not (p.state = 'open' and c.archived_at is not null)
                           and coalesce(p.team_id = :team, true) and coalesce(c.owner_id = :person, true)
                           and (:company::uuid is null or coalesce(c.company_id = :company, false))
                           and (:stage::text is null or c.id in (select contact_id from contact_stage where stage_key = :stage))
                           and (""" + condition.replace("kept_at(p)", KEPT_AT) + ")")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private long sumOfRows(Slice slice, String figure) {
        return CountedRows.whole(figures, slice, figure);
    }

    private List<CountedRow> allRows(Slice slice, String figure) {
        return CountedRows.all(figures, slice, figure);
    }
}
