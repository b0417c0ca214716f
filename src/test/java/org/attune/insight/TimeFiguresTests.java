package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.insight.HouseOfChance.House;
import org.attune.insight.TimeBoard.Kind;
import org.attune.insight.TimeBoard.Relationship;
import org.attune.insight.TimeBoard.Signed;
import org.attune.insight.TimeBoard.Together;
import org.attune.people.ContactId;
import org.attune.platform.DayKey;
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
class TimeFiguresTests {

    private static final LocalDate TODAY = LocalDate.now(HouseOfChance.ZONE);
    private static final Period QUARTER = new Period(TODAY.minusDays(90), TODAY, HouseOfChance.ZONE);
    private static final String NEITHER = "v.state = 'closed' and not (v.built or v.moved)";
    private static final String LAST_DECISION = "(select d.%s from decision d where d.offer_id = o.id and not exists ("
            + "select from decision e where e.offer_id = o.id and (e.noted_at, e.id) > (d.noted_at, d.id)))";

    /** What an offer is worth whose last word is a yes of the last twelve months. */
    private static final String SIGNED = " o.price_once + o.price_month * 12 + o.price_year from offer o where "
            + LAST_DECISION.formatted("kind") + " = 'yes' and " + LAST_DECISION.formatted("on_day")
            + " between (:until::date - interval '1 year')::date + 1 and :until and (o.owner_id = :viewer or o.team_id in ("
            + "select team_id from team_lead where user_id = :viewer))";

    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("conversations", "true"),
            Map.entry("unknown", "v.minutes is null"),
            Map.entry("closed", "v.outcome is not null"),
            Map.entry("unfinished", "v.outcome is null"),
            Map.entry("built", "v.outcome is not null and v.built"),
            Map.entry("moved", "v.outcome is not null and v.moved"),
            Map.entry("both", "v.outcome is not null and v.built and v.moved"),
            Map.entry("neither", NEITHER),
            Map.entry("neither-we-talked-more", NEITHER + " and v.talked_more = 'we'"));

    private static final String BUYER =
            "exists (select from participant q where q.conversation_id = v.id and exists (select" + SIGNED
                    + " and o.contact_id = q.contact_id))";

    @Autowired
    private HouseOfChance houses;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private TimeFigures figures;

    @Autowired
    private JdbcClient jdbc;

    private House house;

    @BeforeAll
    void build() {
        house = houses.signing(8);
        houses.staged(house, 8);
    }

    private List<Slice> slices() {
        Period acrossSummerTime = new Period(TODAY.minusDays(200), TODAY.minusDays(20), HouseOfChance.ZONE);
        return house.slices(QUARTER, acrossSummerTime);
    }

    @Test
    void everyFigureIsWhatTheBareRowsSay() {
        for (Slice slice : slices()) {
            TimeBoard board = figures.of(slice);
            assertThat(counts(board.now())).isEqualTo(naive(slice));
            assertThat(counts(board.before())).isEqualTo(naive(slice.before()));
            assertThat(board.now().minutes()).isEqualTo(minutes(slice, "true"));
            assertThat(board.now().withBuyers()).isEqualTo(minutes(slice, BUYER));
            assertThat(board.now().withOthers()).isEqualTo(minutes(slice, "not " + BUYER));
            board.hats().forEach(hat -> {
                assertThat(hat.together().minutes()).isEqualTo(minutesUnder(hat.word(), slice));
                assertThat(hat.together().conversations())
                        .isEqualTo(naive(slice, "count(*)", "v.hat = :word", Map.of("word", hat.word())));
            });
            board.channels().forEach(channel -> isWhatTheRowsSay(channel, slice, "v.channel"));
            assertThat(sum(board.hats())).isEqualTo(board.now());
            assertThat(sum(board.channels())).isEqualTo(board.now());
            for (TimeBoard.Step step : board.steps()) {
                Slice part = slice.during(step.from(), step.until());
                assertThat(step.sales().minutes()).isEqualTo(minutesUnder("sales", part));
                assertThat(step.marketing().minutes()).isEqualTo(minutesUnder("marketing", part));
            }
            assertThat(board.people()).isEqualTo(people(slice));
            board.relationships().forEach(one -> isWhatTheRowsSay(one, slice));
        }
    }

    @Test
    void theRowsBehindEveryFigureAddUpToIt() {
        for (Slice slice : slices()) {
            TimeBoard board = figures.of(slice);
            counts(board.now())
                    .forEach((figure, sum) ->
                            assertThat(sumOfRows(slice, figure)).as(figure).isEqualTo(sum));
            assertThat(sumOfRows(slice, "minutes")).isEqualTo(board.now().minutes());
            assertThat(sumOfRows(slice, "with-buyers")).isEqualTo(board.now().withBuyers());
            assertThat(sumOfRows(slice, "with-others")).isEqualTo(board.now().withOthers());
            assertThat(sumOfRows(slice, "people")).isEqualTo(board.people());
            assertThat(sumOfRows(slice, "neglected")).isEqualTo(board.neglectedInAll());
            board.hats().forEach(hat -> assertThat(sumOfRows(slice, "hat-" + hat.word()))
                    .isEqualTo(hat.together().minutes()));
            board.channels().forEach(channel -> assertThat(sumOfRows(slice, "channel-" + channel.word()))
                    .isEqualTo(channel.together().minutes()));
            board.relationships().forEach(one -> {
                assertThat(sumOfRows(slice, "with:" + one.contact()))
                        .isEqualTo(one.minutes() == null ? 0 : one.minutes());
                assertThat(sumOfRows(slice, "talks-of:with:" + one.contact())).isEqualTo(one.conversations());
                assertThat(sumOfRows(slice, "unknown-of:with:" + one.contact())).isEqualTo(one.unknown());
                one.signed()
                        .forEach(sum -> assertThat(sumOfRows(slice, "signed:" + sum.currency() + ":" + one.contact()))
                                .isEqualTo(sum.amount().longValueExact()));
            });
            board.hats().forEach(hat -> {
                assertThat(sumOfRows(slice, "talks-of:hat-" + hat.word()))
                        .isEqualTo(hat.together().conversations());
                assertThat(sumOfRows(slice, "unknown-of:hat-" + hat.word()))
                        .isEqualTo(hat.together().unknown());
            });
        }
    }

    @Test
    void theDataHaveEverythingThatIsCounted() {
        TimeBoard board = figures.of(slices().get(1));

        assertThat(counts(board.now()).values()).doesNotContain(0L);
        assertThat(board.now().withBuyers()).isPositive();
        assertThat(board.relationships().stream()
                        .flatMap(one -> one.signed().stream())
                        .map(Signed::currency))
                .contains("EUR", "GBP");
        assertThat(board.neglectedInAll()).isPositive();
    }

    @Test
    void whoIsNeglectedIsWhoTheBareRowsSay() {
        for (Slice slice : slices()) {
            assertThat(allRows(slice, "neglected"))
                    .extracting(row -> DayKey.parse(row.key(), DayKey.EARLIEST).id())
                    .containsExactlyInAnyOrderElementsOf(neglected(slice));
        }
    }

    @Test
    void nobodyIsNeglectedWhoWasPromisedTriedOrAgreedWith() {
        Viewer anna = somebody.whoSells();
        ContactId helen = longAgo(anna);
        Slice slice = new Slice(anna, null, null, null, null, QUARTER);
        assertThat(figures.of(slice).neglectedInAll()).isEqualTo(1);

        for (String tending : List.of(
                "insert into promise (id, contact_id, team_id, side, words, due, made_by) select uuidv7(), id, team_id, 'them', 'Call', current_date + 2, owner_id from contact where id = :id",
                "insert into agreed_silence (id, contact_id, until, agreed_by) select uuidv7(), id, current_date + 9, owner_id from contact where id = :id",
                "insert into touch (id, contact_id, team_id, kind, hat, happened_at, noted_by) select uuidv7(), id, team_id, 'tried_to_reach', 'sales', now(), owner_id from contact where id = :id")) {
            ContactId other = longAgo(anna);
            assertThat(figures.of(slice).neglectedInAll()).isEqualTo(2);
            jdbc.sql(tending).param("id", other.value()).update();
            happened.kept(other);
            assertThat(figures.of(slice).neglected())
                    .extracting(TimeBoard.Neglected::contact)
                    .containsExactly(helen.value());
        }
        happened.planned(anna, helen, java.time.Instant.now().plusSeconds(86_400));
        assertThat(figures.of(slice).neglectedInAll()).isZero();
    }

    @Test
    void whoeverLostWhoeverLookedAfterThemIsNeglected() {
        Viewer anna = somebody.whoSells();
        Viewer manager = somebody.whoLeads(somebody.teamOf(anna));
        happened.met(anna);
        jdbc.sql("update app_user set deactivated_at = now() where id = :id")
                .param("id", anna.uuid())
                .update();

        assertThat(figures.of(new Slice(manager, null, null, null, null, QUARTER))
                        .neglected())
                .extracting(TimeBoard.Neglected::why)
                .containsExactly("nobody_there");
    }

    @Test
    void minutesNobodyWroteDownAreNoZero() {
        Viewer anna = somebody.whoSells();
        UUID talk = happened.spoke(anna, happened.met(anna), "we");
        jdbc.sql("update conversation set happened_at = now() where id = :id")
                .param("id", talk)
                .update();
        TimeBoard board = figures.of(new Slice(anna, null, null, null, null, QUARTER));

        assertThat(board.now().timed()).isFalse();
        assertThat(board.now().unknown()).isEqualTo(1);
        assertThat(board.relationships().get(0).minutes()).isNull();
    }

    @Test
    void whatAnotherTeamDoesMovesNothing() {
        Slice slice = slices().get(0);
        TimeBoard before = figures.of(slice);
        ContactId theirs = happened.met(house.stranger());
        UUID talk = happened.spoke(house.stranger(), theirs, "we");
        jdbc.sql("update conversation set happened_at = now(), minutes = 60 where id = :id")
                .param("id", talk)
                .update();

        assertThat(figures.of(slice)).isEqualTo(before);
    }

    @Test
    void onlyWhatMayBeReadHasALinkAndOnlyWhomTheySeeANameInTheRows() {
        List<CountedRow> rows = allRows(slices().get(1), "conversations");
        List<CountedRow> linked =
                rows.stream().filter(row -> row.link() != null).toList();

        assertThat(linked).hasSizeBetween(1, rows.size() - 1);
        for (CountedRow row : rows) {
            UUID id = DayKey.parse(row.key(), DayKey.LATEST).id();
            assertThat(row.link() != null)
                    .isEqualTo(asked("select count(*) from seen_conversation(:viewer) where id = :id", id));
            assertThat(row.name() != null)
                    .isEqualTo(asked("select count(*) from noticed_conversation(:viewer) where id = :id", id));
        }
    }

    @Test
    void whereTheHatChangedTheRowsSayThatTheyAreSplit() {
        assertThat(slices().stream().flatMap(slice -> allRows(slice, "hat-marketing").stream()))
                .extracting(CountedRow::what)
                .anyMatch(what -> what != null && what.startsWith("split."))
                .anyMatch(what -> what != null && what.startsWith("channel."));
        assertThat(allRows(slices().get(0), "minutes"))
                .extracting(CountedRow::what)
                .noneMatch(what -> what != null && what.startsWith("split."));
    }

    @Test
    void costsTheSameHoweverMuchThereIs() {
        assertThat(Statements.during(() -> figures.of(slices().get(0)))).isEqualTo(4);
    }

    @Test
    void aFigureItDoesNotHaveIsNotFound() {
        for (String unknown : List.of(
                "",
                "with:",
                "with:me",
                "true",
                "hat-",
                "hat-fool",
                "channel-",
                "relationships",
                "talks-of:",
                "talks-of:minutes")) {
            assertThatThrownBy(() -> figures.rows(slices().get(0), unknown, null, 10))
                    .isInstanceOf(NotSeen.class);
        }
    }

    private boolean asked(String question, UUID id) {
        return jdbc.sql(question)
                        .param("viewer", house.manager().uuid())
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private ContactId longAgo(Viewer owner) {
        ContactId contact = happened.met(owner);
        jdbc.sql(
                        "update contact set ideal_days = 10, longest_days = 20, created_at = now() - interval '40 days' where id = :id")
                .param("id", contact.value())
                .update();
        happened.kept(contact);
        return contact;
    }

    private static Map<String, Long> counts(Together together) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("conversations", together.conversations()),
                Map.entry("unknown", together.unknown()),
                Map.entry("closed", together.closed()),
                Map.entry("unfinished", together.unfinished()),
                Map.entry("built", together.built()),
                Map.entry("moved", together.moved()),
                Map.entry("both", together.both()),
                Map.entry("neither", together.neither()),
                Map.entry("neither-we-talked-more", together.weTalkedMore())));
    }

    private static Together sum(List<Kind> kinds) {
        return kinds.stream().map(Kind::together).reduce(Together.NONE, Together::and);
    }

    private Map<String, Long> naive(Slice slice) {
        Map<String, Long> counted = new TreeMap<>();
        COUNTED.forEach((figure, condition) -> counted.put(figure, naive(slice, "count(*)", condition, Map.of())));
        return counted;
    }

    private long minutes(Slice slice, String condition) {
        return naive(slice, "coalesce(sum(v.minutes), 0)", condition, Map.of());
    }

    /** Each conversation by itself: what of it was under the marketing hat, to the minute, and the rest. */
    private long minutesUnder(String hat, Slice slice) {
        String marketing = """
                coalesce(sum(case when v.minutes is null then 0 else coalesce(
                  (select round(v.minutes * avg(case t.hat when 'marketing' then 1.0 else 0 end))::int from turn t
                    where t.conversation_id = v.id), case v.hat when 'marketing' then v.minutes else 0 end) end), 0)""";
        long under = naive(slice, marketing, "true", Map.of());
        return hat.equals("marketing") ? under : minutes(slice, "true") - under;
    }

    private void isWhatTheRowsSay(Kind kind, Slice slice, String column) {
        Map<String, Object> word = Map.of("word", kind.word());
        assertThat(kind.together().minutes())
                .isEqualTo(naive(slice, "coalesce(sum(v.minutes), 0)", column + " = :word", word));
        assertThat(kind.together().conversations()).isEqualTo(naive(slice, "count(*)", column + " = :word", word));
    }

    private void isWhatTheRowsSay(Relationship one, Slice slice) {
        Map<String, Object> whom = Map.of("whom", one.contact());
        String with = "v.id in (select conversation_id from participant where contact_id = :whom)";
        assertThat(one.conversations()).isEqualTo(naive(slice, "count(*)", with, whom));
        assertThat(one.unknown()).isEqualTo(naive(slice, "count(*)", with + " and v.minutes is null", whom));
        assertThat(one.minutes() == null ? 0 : one.minutes())
                .isEqualTo(naive(slice, "coalesce(sum(v.minutes), 0)", with, whom));
        assertThat(one.minutes() == null).isEqualTo(one.unknown() == one.conversations());
        assertThat(one.marketing()).isBetween(0L, one.minutes() == null ? 0 : one.minutes());
        Map<String, BigDecimal> signed = new HashMap<>();
        Map<String, @Nullable Object> parameters = slice.parameters();
        parameters.put("whom", one.contact());
        jdbc.sql("select o.currency as c," + SIGNED + " and o.contact_id = :whom")
                .params(parameters)
                .query((java.sql.ResultSet row) -> {
                    signed.merge(row.getString(1), row.getBigDecimal(2), BigDecimal::add);
                });
        Map<String, BigDecimal> shown = new HashMap<>();
        one.signed().forEach(amount -> shown.put(amount.currency(), amount.amount()));
        assertThat(shown).isEqualTo(signed);
    }

    private long naive(Slice slice, String what, String condition, Map<String, Object> more) {
        Map<String, @Nullable Object> parameters = slice.parameters();
        parameters.putAll(more);
        return jdbc.sql("select " + what + """
                         from conversation v, app_user u
                         where u.id = :viewer and v.state not in ('planned', 'called_off')
                           and (v.owner_id = u.id or v.team_id in (select team_id from team_lead where user_id = u.id))
                           and (v.happened_at at time zone 'Europe/Berlin')::date between :from and :until
                           and coalesce(v.team_id = :team, true) and coalesce(v.owner_id = :person, true)
                           and (:company::uuid is null and :stage::text is null or 0 < (
                                 select count(*) from participant p join contact c on c.id = p.contact_id
                                   left join contact_stage g on g.contact_id = c.id
                                  where p.conversation_id = v.id and (:company::uuid is null or c.company_id = :company)
                                    and (:stage::text is null or g.stage_key = :stage)))
                           and (""" + condition + ")")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private long people(Slice slice) {
        return jdbc
                .sql("select id from contact where id = any (:all) or owner_id in (:viewer)")
                .param("all", house.contacts().stream().map(ContactId::value).toArray(UUID[]::new))
                .param("viewer", slice.viewer().uuid())
                .query(UUID.class)
                .list()
                .stream()
                .filter(id -> isInSlice(slice, Objects.requireNonNull(id)))
                .filter(id -> naive(
                                slice,
                                "count(*)",
                                "v.id in (select conversation_id from participant where contact_id = :whom)",
                                Map.of("whom", Objects.requireNonNull(id)))
                        > 0)
                .count();
    }

    private boolean isInSlice(Slice slice, UUID contact) {
        return jdbc.sql("""
                        select (:company::uuid is null or coalesce(c.company_id = :company, false))
                           and (:stage::text is null or coalesce(g.stage_key = :stage, false))
                          from contact c left join contact_stage g on g.contact_id = c.id where c.id = :whom""")
                .params(slice.parameters())
                .param("whom", contact)
                .query(Boolean.class)
                .single();
    }

    /** One question after the other, over all contacts. */
    private List<UUID> neglected(Slice slice) {
        Map<String, @Nullable Object> parameters = slice.parameters();
        parameters.put("today", TODAY);
        return jdbc.sql("""
                        with mine as (
                               select c.*, g.stage_key, g.until, s.aside, coalesce(c.longest_days, s.longest_days) as longest
                                 from contact c left join contact_stage g on g.contact_id = c.id
                                 left join stage s on (s.version, s.key) = (g.version, g.stage_key)
                                where c.merged_into is null and c.archived_at is null
                                  and (c.owner_id = :viewer or c.team_id in (select team_id from team_lead where user_id = :viewer))
                                  and coalesce(c.team_id = :team, true) and coalesce(c.owner_id = :person, true)
                                  and (:company::uuid is null or coalesce(c.company_id = :company, false))
                                  and (:stage::text is null or coalesce(g.stage_key = :stage, false))),
                             lately as (
                               select m.id from mine m where (m.created_at at time zone 'Europe/Berlin')::date >= :today - m.longest
                               union select m.id from mine m join participant p on p.contact_id = m.id
                                       join conversation v on v.id = p.conversation_id
                                      where v.state not in ('planned', 'called_off')
                                        and (v.happened_at at time zone 'Europe/Berlin')::date >= :today - m.longest
                               union select m.id from mine m join touch t on t.contact_id = m.id
                                      where (t.happened_at at time zone 'Europe/Berlin')::date >= :today - m.longest),
                             agreed as (
                               select p.contact_id as id from promise p where p.state = 'open' and p.due >= :today
                               union select contact_id from agreed_silence where ended_at is null and until > :today
                               union select p.contact_id from participant p join conversation v on v.id = p.conversation_id
                                      where v.state = 'planned'
                               union select id from mine where until > :today
                               union select id from mine where aside and until is null)
                        select id from mine where longest is not null
                        except select id from lately except select id from agreed""").params(parameters).query(UUID.class).list();
    }

    private long sumOfRows(Slice slice, String figure) {
        return CountedRows.whole(figures, slice, figure);
    }

    private List<CountedRow> allRows(Slice slice, String figure) {
        return CountedRows.all(figures, slice, figure);
    }
}
