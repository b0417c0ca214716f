package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.attune.insight.Flow.Moved;
import org.attune.insight.Flow.Stop;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every figure once more, asked of the bare rows in another way. */
class FlowFiguresTests extends FiguresOfTwoTeams<FlowFigures> {

    private static final String MOVED =
            "(m.moved_at at time zone 'Europe/Berlin')::date between :from and :until and coalesce(m.from_key, '') <> coalesce(m.to_key, '')";
    private static final String STANDS =
            "coalesce((select g.stage_key from contact_stage g where g.contact_id = x.id), '-')";
    private static final String HERE = "x.archived_at is null and x.merged_into is null";
    private static final String CAME_AT = """
            (select max(e.moved_at) from stage_move e
              where e.contact_id = m.contact_id and e.to_key = m.from_key and coalesce(e.from_key, '') <> e.to_key
                and (e.moved_at < m.moved_at or e.moved_at = m.moved_at and e.id < m.id))""";

    FlowFiguresTests() throws SQLException {
        super(new TwoTeams(11));
    }

    @Override
    FlowFigures figuresOf(JdbcClient jdbc) {
        return new FlowFigures(jdbc, new FlowCounts(jdbc), new CellRows(jdbc));
    }

    @Override
    void work(TwoTeams teams) throws SQLException {
        teams.withMoves();
        teams.jdbc
                .sql("select keep_standing(array(select id from contact))")
                .query((row, n) -> n)
                .list();
    }

    @ParameterizedTest
    @MethodSource("slices")
    void whatIsUsualAndTheDaysBeforeAreWhatTheRowsSay(Slice slice) {
        Flow shown = figures.of(slice);

        stops(shown).forEach(stop -> assertThat(stop.usualDays()).as(stop.key()).isEqualTo(middle(slice, stop.key())));
        Moved before = shown.movedBefore();
        assertThat(before).isEqualTo(figures.of(slice.before()).moved());
        assertThat(before.on()).isEqualTo(many(slice.before(), "on"));
    }

    @Test
    void aStageOfAnotherVersionStandsApartUnderItsName() {
        Flow shown = figures.of(teams.seenBy(teams.leadsBoth));

        assertThat(shown.path())
                .extracting(Stop::key)
                .containsExactly("know", "like", "trust", "exploring", "weighing", "deciding", "customer", "advocate");
        assertThat(shown.path()).extracting(Stop::name).contains("Know").doesNotContain("Old Know");
        assertThat(shown.beside()).extracting(Stop::key).containsExactly("not_now", "parted");
        assertThat(shown.retired()).extracting(Stop::name).containsExactly("Warm");
        assertThat(shown.retired().get(0).there()).isZero();
        assertThat(figures.called("warm")).isEqualTo("Warm");
    }

    @Test
    void theNewestReasonsStandOnThePage() {
        Slice both = teams.seenBy(teams.leadsBoth);

        assertThat(figures.of(both).overridden())
                .hasSize(5)
                .isEqualTo(rows(both, "overridden").subList(0, 5))
                .allSatisfy(row -> assertThat(row.text()).isEqualTo("Because"));
    }

    @Test
    void whoseContactWentToAnotherTeamIsCountedWithoutTheirName() {
        assertThat(rows(teams.seenBy(teams.leadsNorth), "moves")).anySatisfy(row -> {
            assertThat(row.name()).isNull();
            assertThat(row.link()).isNull();
            assertThat(row.text()).isNull();
        });
    }

    /** Kept row by row as people work; asked of everything there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                """
                with r as (
                  insert into turn (id, conversation_id, seq, kind, hat, words, salt, seal, word_count, said_at, logged_by)
                  select uuidv7(), v.id, 902, 'responded', 'sales', 'Half of it', '\\x01',
                         sha256('\\x01'::bytea || convert_to('Half of it', 'UTF8')), 3, v.happened_at, v.owner_id
                    from conversation v where v.state <> 'planned' returning id, conversation_id)
                insert into reply (response_id, heard_id)
                select r.id, t.id from r join turn t on t.conversation_id = r.conversation_id and t.kind = 'heard'""",
                """
                insert into answer (question_id, heard_id)
                select q.id, h.id from turn q join turn h on h.conversation_id = q.conversation_id and h.kind = 'heard' where q.kind = 'asked' limit 5""",
                "delete from turn_mark where kind = 'their_question' and turn_id in (select turn_id from turn_mark where kind = 'their_question' limit 3)",
                "update promise set state = 'broken' where state = 'open' and id < (select id from promise order by id offset 9 limit 1)",
                "update contact set owner_id = (select min(owner_id::text)::uuid from contact), team_id = (select min(team_id::text)::uuid from contact)",
                "update contact set archived_at = now() where id in (select contact_id from still_waiting order by id limit 3)",
                "update contact_stage set stage_key = 'trust' where stage_key = 'know'",
                """
                insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness, said_at, logged_by)
                select uuidv7(), v.id, 900, 'heard', v.lead_id, 'sales', 'Half of it', '\\x01',
                       sha256('\\x01'::bytea || convert_to('Half of it', 'UTF8')), 3, 'in_essence', timestamptz '2030-01-01 10:00Z', v.owner_id
                  from conversation v where v.state <> 'planned' and v.lead_id = (select max(lead_id::text)::uuid from conversation)""",
                """
                insert into turn (id, conversation_id, seq, kind, hat, words, salt, seal, word_count, said_at, logged_by)
                select uuidv7(), v.id, 901, 'asked', 'sales', 'Half of it', '\\x01',
                       sha256('\\x01'::bytea || convert_to('Half of it', 'UTF8')), 3, v.happened_at, v.owner_id
                  from conversation v where v.state <> 'planned'"""
            })
    void whatWaitsIsWhatACountOfEverythingSays(String change) {
        String people = "array(select id from contact)";
        teams.jdbc.sql("begin").update();
        try {
            assertThat(change.startsWith("select") ? 1 : teams.jdbc.sql(change).update())
                    .isPositive();
            assertThat(teams.jdbc.sql("""
                                    (select * from still_waiting except select * from waiting_with(%1$s))
                                    union all
                                    (select * from waiting_with(%1$s) except select * from still_waiting)""".formatted(people)).query().listOfRows())
                    .isEmpty();
        } finally {
            teams.jdbc.sql("rollback").update();
        }
    }

    @Test
    void theWordsOfAPrivateQuestionAreForNobodyElse() {
        Slice both = teams.seenBy(teams.leadsBoth);
        List<CountedRow> questions = stops(figures.of(both)).stream()
                .map(stop -> stop.name() == null ? "they-wait-nowhere" : "they-wait-in:" + stop.key())
                .flatMap(figure -> rows(both, figure).stream())
                .filter(row -> "flow.question-them".equals(row.what()))
                .toList();

        assertThat(questions).anySatisfy(row -> assertThat(row.text()).isNull());
        assertThat(questions).anySatisfy(row -> assertThat(row.text()).isEqualTo("Half of it"));
        assertThat(questions).allSatisfy(row -> assertThat(row.link() == null).isEqualTo(row.text() == null));
    }

    @Test
    void whereNobodyMovedNothingIsUsual() throws SQLException {
        try (TwoTeams quiet = new TwoTeams(1).withNothing()) {
            Flow shown = figuresOf(quiet.jdbc).of(quiet.seenBy(quiet.leadsBoth));

            assertThat(shown.isEmpty()).isTrue();
            assertThat(shown.retired()).isEmpty();
            assertThat(shown.path()).hasSize(8).allSatisfy(stop -> {
                assertThat(stop.usualDays()).isNull();
                assertThat(stop.bar(shown.most())).isZero();
            });
        }
    }

    @Test
    void whatIsNoFigureIsNotFound() {
        Slice both = teams.seenBy(teams.leadsBoth);
        for (String none : List.of(
                "",
                "nonsense",
                "there:know",
                "there-in:nirvana",
                "there-in:-",
                "on:",
                "on-from",
                "moves-on",
                "price:EUR")) {
            assertThatThrownBy(() -> figures.rows(both, none, null, 5)).as(none).isInstanceOf(NotSeen.class);
        }
    }

    private static List<Stop> stops(Flow shown) {
        return Stream.of(List.of(shown.nowhere()), shown.path(), shown.beside(), shown.retired())
                .flatMap(List::stream)
                .toList();
    }

    /** Nothing here is summed: each row counts once. */
    @Override
    List<CountedRow> rows(Slice slice, String figure) {
        List<CountedRow> rows = super.rows(slice, figure);
        assertThat(rows).as(figure).allSatisfy(row -> assertThat(row.amount()).isEqualByComparingTo("1"));
        return rows;
    }

    @Override
    Map<String, BigDecimal> named(Slice slice) {
        Flow shown = figures.of(slice);
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("there", shown.there());
        all.put("first", shown.moved().came());
        all.put("on", shown.moved().on());
        all.put("back", shown.moved().back());
        all.put("aside", shown.moved().aside());
        all.put("retired", shown.moved().retired());
        all.put("moves", shown.moved().all());
        all.put("overridden", shown.moved().overridden());
        all.put("nowhere", shown.nowhere().there());
        all.put("they-wait-nowhere", shown.nowhere().theyWait().all());
        all.put("we-wait-nowhere", shown.nowhere().weWait().all());
        for (Stop stop : stops(shown)) {
            if (stop.name() != null) {
                stop(all, stop, ":" + stop.key());
            }
        }
        return amounts(all);
    }

    private static void stop(Map<String, Long> all, Stop stop, String of) {
        all.put("there-in" + of, stop.there());
        all.put("they-wait-in" + of, stop.theyWait().all());
        all.put("we-wait-in" + of, stop.weWait().all());
        all.put("came-in" + of, stop.came());
        all.put("on-from" + of, stop.on());
        all.put("back-from" + of, stop.back());
        all.put("aside-from" + of, stop.aside());
        all.put("retired-from" + of, stop.retired());
        all.put("left-from" + of, stop.left());
        all.put("stays-in" + of, stop.stays());
    }

    @Override
    BigDecimal naively(Slice slice, String figure) {
        return BigDecimal.valueOf(many(slice, figure));
    }

    private long many(Slice slice, String figure) {
        int colon = figure.indexOf(':');
        String what = colon < 0 ? figure : figure.substring(0, colon);
        String of = colon < 0 ? null : figure.substring(colon + 1);
        String from = of == null ? "" : " and m.from_key = '" + of + "'";
        return switch (what) {
            case "there", "there-in" -> standing(slice, "contact x where " + HERE, of);
            case "nowhere" -> many(slice, "there-in:-");
            case "they-wait-nowhere" -> many(slice, "they-wait-in:-");
            case "we-wait-nowhere" -> many(slice, "we-wait-in:-");
            case "they-wait-in" -> many(slice, "promise-us:" + of) + many(slice, "question-them:" + of);
            case "we-wait-in" -> many(slice, "promise-them:" + of) + many(slice, "question-us:" + of);
            case "promise-us", "promise-them" ->
                standing(
                        slice,
                        "promise p, contact x where p.contact_id = x.id and p.state = 'open' and p.side = '"
                                + what.substring(8) + "' and " + HERE,
                        of);
            case "question-them" ->
                standing(
                        slice,
                        "turn t, contact x where t.speaker_id = x.id and " + HERE
                                + " and t.id in (select turn_id from turn_mark where kind = 'their_question') and t.id not in (select heard_id from reply)",
                        of);
            case "question-us" ->
                standing(
                        slice,
                        "turn t, conversation v, contact x where t.conversation_id = v.id and v.lead_id = x.id and t.kind = 'asked' and "
                                + HERE + " and t.id not in (select question_id from answer) and not exists ("
                                + "select from turn h where h.speaker_id = x.id and h.said_at >= t.said_at)",
                        of);
            case "came-in" -> moves(slice, "m.to_key = '" + of + "'");
            case "first" -> moves(slice, "m.from_key is null and m.how not in ('back', 'aside', 'retired')");
            case "on", "on-from" ->
                moves(
                        slice,
                        "m.from_key is not null and m.how in ('entered', 'forward', 'overridden', 'imported')" + from);
            case "back", "aside", "retired", "back-from", "aside-from", "retired-from" ->
                moves(slice, "m.how = '" + what.replace("-from", "") + "'" + from);
            case "left-from" -> moves(slice, "m.from_key = '" + of + "'");
            case "moves" -> moves(slice, "true");
            case "overridden" -> moves(slice, "m.how = 'overridden'");
            case "stays-in" -> moves(slice, "m.how <> 'retired' and " + CAME_AT + " is not null" + from);
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private long standing(Slice slice, String what, @Nullable String stage) {
        String sql = "select count(*) from " + what + (stage == null ? "" : " and " + STANDS + " = '" + stage + "'");
        return teams.ask(slice, sql, "x.team_id", "x.owner_id", "x.id", Long.class)
                .get(0);
    }

    private long moves(Slice slice, String which) {
        return teams.ask(
                        slice,
                        "select count(*) from stage_move m where " + MOVED + " and " + which,
                        "m.team_id",
                        "m.owner_id",
                        "m.contact_id",
                        Long.class)
                .get(0);
    }

    private @Nullable Integer middle(Slice slice, String stage) {
        List<Integer> days = teams
                .ask(
                        slice,
                        "select (m.moved_at at time zone 'Europe/Berlin')::date - (" + CAME_AT
                                + " at time zone 'Europe/Berlin')::date from stage_move m where " + MOVED
                                + " and m.how <> 'retired' and " + CAME_AT + " is not null and m.from_key = '" + stage
                                + "'",
                        "m.team_id",
                        "m.owner_id",
                        "m.contact_id",
                        Integer.class)
                .stream()
                .sorted()
                .toList();
        return days.isEmpty() ? null : days.get((days.size() - 1) / 2);
    }
}
