package org.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.AttuneApplication;
import org.attune.access.PersonView;
import org.attune.access.Role;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.LeftOpen;
import org.attune.health.HealthRebuild;
import org.attune.insight.ListeningBoard;
import org.attune.insight.ListeningFigures;
import org.attune.insight.Period;
import org.attune.insight.SalesBoard;
import org.attune.insight.SalesFigures;
import org.attune.insight.Slice;
import org.attune.insight.YearLater;
import org.attune.listening.Listening;
import org.attune.voice.Movement;
import org.attune.voice.Phrases;
import org.attune.voice.ThemeLine;
import org.attune.voice.VoiceFilter;
import org.attune.voice.VoicePeriod;
import org.attune.voice.VoicedThemes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as somebody finds it who starts it for the first time. The one test with a context of its own. */
class DemoTests {

    private static ConfigurableApplicationContext demo;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start(@TempDir Path directory) {
        demo = new SpringApplicationBuilder(AttuneApplication.class)
                .profiles("demo")
                .properties("server.port=0", "management.server.port=0")
                .run("--attune.data-directory=" + directory.resolve("data"));
        jdbc = demo.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void threePeopleCanBeSignedInAsWithOneClick() {
        assertThat(demo.getBean(Users.class).withoutPassword())
                .extracting(PersonView::role)
                .containsExactly(Role.SALESPERSON, Role.MANAGER, Role.ADMIN);
    }

    @Test
    void isAsLargeAsPromised() {
        assertThat(count("team")).isEqualTo(2);
        assertThat(count("company where archived_at is null")).isEqualTo(20);
        assertThat(count("contact where archived_at is null")).isEqualTo(52);
        assertThat(count("turn")).isGreaterThan(700);
    }

    @Test
    void hasGroupsAndMonthsOfConversations() {
        assertThat(count("(select from participant group by conversation_id having count(*) > 1) grouped"))
                .isGreaterThan(5);
        assertThat(jdbc.sql("select min(happened_at) < now() - interval '5 months' from conversation")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void enoughPeopleListenForASpreadAndMayaForATrend() {
        TeamId north = new TeamId(jdbc.sql("select team_id from app_user where name = 'Maya Lindqvist'")
                .query(UUID.class)
                .single());
        ListeningBoard board = demo.getBean(ListeningFigures.class)
                .of(new Slice(as("Ruth Calloway"), north, null, null, null, quarter()));
        assertThat(board.why()).isNull();
        assertThat(board.among()).isNotNull().matches(ListeningBoard.Among::hasSpread);
        assertThat(board.pairs()).isNotEmpty();

        Viewer maya = as("Maya Lindqvist");
        assertThat(demo.getBean(Listening.class).trend(maya, maya.id(), null).points())
                .isNotEmpty();
    }

    @Test
    void somethingIsKnownOfWhatWasWonAYearAgo() {
        SalesBoard board =
                demo.getBean(SalesFigures.class).of(new Slice(as("Ruth Calloway"), null, null, null, null, quarter()));

        YearLater.Group all = board.yearLater().group("all");
        assertThat(all.won()).isGreaterThan(all.stayed()).isGreaterThan(all.again());
        assertThat(all.again()).isPositive();
        assertThat(all.introduced()).isPositive();
        assertThat(board.yearLater().group("pushed").won()).isPositive();
    }

    @Test
    void someQuestionsAreTheBanksAndSomeFieldsTheFirmsOwn() {
        assertThat(count("turn where bank_question is not null")).isGreaterThan(20);
        assertThat(count("(select field_id from contact_field_value group by 1) asked"))
                .isEqualTo(2);
    }

    private static Viewer as(String name) {
        Users users = demo.getBean(Users.class);
        UserId id = users.withoutPassword().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return users.signedIn(id).orElseThrow().viewer();
    }

    private static Period quarter() {
        LocalDate today = LocalDate.now(Staff.ZONE);
        return new Period(today.minusMonths(3).plusDays(1), today, Staff.ZONE);
    }

    @Test
    void hasOffersOfEveryKindAndDecisionsOfEveryKind() {
        assertThat(jdbc.sql("select distinct kind from offer order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("again", "new");
        assertThat(count("offer where pulled")).isGreaterThan(count("offer where not pulled"));
        assertThat(count("offer where not pulled")).isPositive();
        assertThat(jdbc.sql("select distinct kind from decision order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("no", "not_now", "yes");
        assertThat(count("need where not_a_fit_for is not null")).isPositive();
    }

    @Test
    void nothingButPlansLiesAhead() {
        assertThat(count("turn where said_at > now() or logged_at > now()")).isZero();
        assertThat(count("conversation where happened_at > now() or logged_at > now()"))
                .isZero();
        assertThat(count("conversation where state = 'planned' and planned_for > now()"))
                .isPositive();
    }

    @Test
    void mayaFindsSomethingInEveryPartOfHerDay() {
        String maya = "(select id from app_user where name = 'Maya Lindqvist')";
        String today = "(now() at time zone 'Europe/Berlin')::date";

        assertThat(count("promise where state = 'open' and promiser_id = " + maya + " and due < " + today))
                .isEqualTo(1);
        assertThat(count("conversation where state = 'planned' and owner_id = " + maya
                        + " and (planned_for at time zone 'Europe/Berlin')::date = " + today))
                .isEqualTo(2);
        // Two of her own, and the one that an answer by a link opened some days ago.
        assertThat(count("conversation where state in ('open', 'resting') and owner_id = " + maya))
                .isEqualTo(3);
        assertThat(count("contact c where owner_id = " + maya
                        + " and exists (select from agreed_silence s where s.contact_id = c.id and s.ended_at is null"
                        + " and s.until > " + today + ")"))
                .isEqualTo(4);
    }

    @Test
    void nothingStandsOpenThatAttuneWouldHaveEnded() {
        Map<String, Long> before = rows();
        assertThat(count("conversation where state = 'not_closed'")).isPositive();

        demo.getBean(LeftOpen.class).work();

        assertThat(count(
                        "conversation where state in ('open', 'resting') and worked_on_at < now() - interval '7 days'"))
                .isZero();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void showsHealthInEveryBandAndHowItGotThere() {
        assertThat(jdbc.sql("select distinct band from contact_health")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("thriving", "steady", "cooling", "at_risk", "unknown");
        assertThat(count("health_history where day < current_date - 90")).isPositive();
        assertThat(count("health_day where day = (now() at time zone 'Europe/Berlin')::date - 1"))
                .isPositive();
    }

    @Test
    void healthIsTheSameWhenItIsToldAgainFromWhatHappened() {
        List<Map<String, Object>> kept = rowsOf("contact_health");
        List<Map<String, Object>> history = rowsOf("health_history");
        List<Map<String, Object>> days = rowsOf("health_day");
        List.of("contact_health", "health_history", "health_day")
                .forEach(table -> jdbc.sql("delete from " + table).update());

        demo.getBean(HealthRebuild.class).rebuildAll();

        assertThat(rowsOf("contact_health")).isEqualTo(kept);
        assertThat(rowsOf("health_history")).isEqualTo(history);
        assertThat(rowsOf("health_day")).isEqualTo(days);
    }

    private static List<Map<String, Object>> rowsOf(String table) {
        return jdbc.sql("select * from " + table + " order by 1, 2, 3").query().listOfRows();
    }

    @Test
    void loadingItAgainChangesNothing() {
        Map<String, Long> before = rows();

        demo.getBean(Demo.class).start();

        assertThat(rows()).isEqualTo(before);
    }

    private static Map<String, Long> rows() {
        List<String> tables = jdbc.sql("""
                        select table_name from information_schema.tables
                         where table_schema = 'public' and table_name not like 'spring_session%'""").query(String.class).list();
        Map<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(table, count(table)));
        return rows;
    }

    private static long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void aThemeRisesAndTheirWordsForItAreNotOurs() {
        Viewer maya = as("Maya Lindqvist");
        LocalDate today = LocalDate.now(Staff.ZONE);
        VoiceFilter heard = VoiceFilter.of(maya, new VoicePeriod(today.minusDays(83), today, Staff.ZONE));

        List<ThemeLine> themes = demo.getBean(VoicedThemes.class).of(heard).themes();

        assertThat(themes).hasSizeGreaterThan(8);
        assertThat(themes).filteredOn(one -> one.movement() == Movement.RISING).isNotEmpty();
        assertThat(themes).anySatisfy(one -> assertThat(
                        demo.getBean(Phrases.class).of(heard, one.id()).theirs())
                .isNotEmpty());
    }

    @Test
    void somebodyShouldHearFromUsForEveryReason() {
        assertThat(jdbc.sql("select distinct why from nurture_due where due_on <= current_date")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "after_sale", "never", "no", "not_a_fit", "not_now", "rhythm", "silence", "wants_to_know");
    }

    @Test
    void oneStatementWaitsOneIsDecidedAndOneIsToldAndIntroductionsFormAChain() {
        assertThat(jdbc.sql("""
                        select count(*) filter (where p.answer_id is null) || ' ' || count(*) filter (where p.answer_id is not null and not p.told)
                               || ' ' || count(*) filter (where p.told) from statement_person p""").query(String.class).single()).isEqualTo("1 1 1");
        assertThat(jdbc.sql("""
                        select count(*) from introduction a join introduction b on b.introducer_id = a.introduced_id""").query(Integer.class).single()).isPositive();
    }
}
