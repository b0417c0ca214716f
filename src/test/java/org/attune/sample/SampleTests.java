package org.attune.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.TestDatabase;
import org.attune.platform.SettingRefused;
import org.attune.platform.jobs.Rebuildable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A sample is what Attune itself could have become, in small. */
class SampleTests {

    private static final String CONSTRAINTS = """
            select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
              from pg_constraint where connamespace = 'public'::regnamespace
            union all select pg_get_indexdef(indexrelid) from pg_index join pg_class on pg_class.oid = indrelid
              where relnamespace = 'public'::regnamespace
            union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
            order by 1""";

    private static SampleHouse sample;

    @BeforeAll
    static void fill() throws Exception {
        sample = new SampleHouse(1);
        sample.derive();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void everyConstraintIsThereAndWasCheckedAgainstAllRows() throws Exception {
        assertThat(sample.count("select count(*) from pg_constraint where not convalidated"))
                .isZero();
        var untouched = new SingleConnectionDataSource(TestDatabase.fresh().connectionAsOwner(), true);
        assertThat(sample.lines(CONSTRAINTS))
                .isEqualTo(JdbcClient.create(untouched)
                        .sql(CONSTRAINTS)
                        .query(String.class)
                        .list());
        untouched.destroy();
    }

    @Test
    void theSameSeedMakesTheSameRowsAndAnotherMakesOthers() {
        try (SampleHouse same = new SampleHouse(1);
                SampleHouse other = new SampleHouse(2)) {
            assertThat(sums(same)).isEqualTo(sums(sample)).isNotEqualTo(sums(other));
        }
    }

    @Test
    void whatIsNotEmptyIsLeftAsItIs() {
        Map<String, String> before = sums(sample);

        assertThatThrownBy(() -> sample.fill(3))
                .isInstanceOfSatisfying(SettingRefused.class, refused -> assertThat(refused.help())
                        .contains("--attune.data-directory="));
        assertThat(sums(sample)).isEqualTo(before);
    }

    @Test
    void aFewTalkALotAndManyNever() {
        List<Long> turns = sample.jdbc
                .sql(
                        "select count(t.id) from contact c left join turn t on t.speaker_id = c.id group by c.id order by 1")
                .query(Long.class)
                .list();

        assertThat(turns.stream().filter(many -> many == 0).count()).isBetween(90L, 180L);
        assertThat(turns.get(turns.size() - 1)).isGreaterThan(50);
        assertThat(turns.get(turns.size() / 2)).isLessThan(5);
    }

    @Test
    void thereIsSomethingOfEverything() {
        assertThat(sample.lines("select distinct key from current_stage except select stage_key from contact_stage"))
                .isEmpty();
        assertThat(sample.count("select count(distinct currency) from offer")).isGreaterThan(1);
        assertThat(sample.count("select count(distinct zone) from app_user")).isGreaterThan(1);
        assertThat(sample.count("select count(distinct language) from contact")).isGreaterThan(2);
        assertThat(sample.lines("select distinct kind from decision")).contains("yes", "no");
        for (String table : Sheets.tables()) {
            assertThat(sample.count("select count(*) from " + table)).as(table).isPositive();
        }
    }

    @Test
    void nothingOfItIsOnTheTrailAndNothingHappensInTheFuture() {
        assertThat(sample.count(
                        "select count(*) from audit_entry where kind <> 'gate_policy' and at > now() - interval '1 hour'"
                                + " and kind in ('contact', 'turn', 'conversation', 'offer', 'app_user')"))
                .isZero();
        assertThat(sample.count("select count(*) from turn where said_at >= '" + SampleHouse.UNTIL + "'"))
                .isZero();
        assertThat(sample.count("select count(*) from offer where sent_at > '" + SampleHouse.UNTIL + "'"))
                .isZero();
    }

    @Test
    void listsAndHealthSayWhatWasSaid() {
        assertThat(sample.count("select count(*) from contact_health")).isEqualTo(SampleHouse.CONTACTS);
        assertThat(sample.count("select count(*) from contact_health where score is not null"))
                .isGreaterThan(20);
        assertThat(sample.count("""
                        select count(*) from contact_health h
                         where h.two_way <> (select count(distinct t.conversation_id) from turn t
                                              where t.speaker_id = h.contact_id and t.kind = 'heard')""")).isZero();
        assertThat(sample.count("select count(*) from contact_card k where k.stage_key is distinct from"
                        + " (select s.stage_key from contact_stage s where s.contact_id = k.contact_id)"))
                .isZero();
        assertThat(sample.count("select count(*) from conversation_measure"))
                .isEqualTo(sample.count(
                        "select count(*) from conversation where state in ('closed', 'broke_off', 'not_closed')"));
        assertThat(sample.count("select count(*) from health_day")).isPositive();
    }

    /** Told again from nothing, turn by turn and day by day, today comes out the same, and so do the days before. */
    @Test
    void healthIsWhatItBecomesWhenItIsReckonedFromTheBeginning() {
        String now = "select contact_id || ' ' || coalesce(score::text, '-') || ' ' || band || ' ' || two_way"
                + " from contact_health order by 1";
        String lately =
                "select h.contact_id || ' ' || d || ' ' || h.band || coalesce(h.score::text, '-') || coalesce(h.team_id::text, '-')"
                        + " from contact c cross join generate_series(date '2026-09-01', '2026-11-20', interval '1 day') d"
                        + " cross join lateral (select * from health_history x where x.contact_id = c.id and x.day <= d"
                        + " order by x.day desc limit 1) h order by 1";
        List<String> before = sample.lines(now);
        List<String> days = sample.lines(lately);
        String some = "(select id from contact where abs(hashtext(id::text)) % 6 = 0)";
        sample.jdbc
                .sql("delete from health_history where contact_id in " + some)
                .update();
        sample.jdbc
                .sql("delete from contact_health where contact_id in " + some)
                .update();

        sample.all().stream().filter(one -> one.rows().equals("health")).forEach(Rebuildable::rebuildAll);

        assertThat(sample.lines(now)).isEqualTo(before);
        assertThat(sample.lines(lately)).isEqualTo(days);
    }

    private static Map<String, String> sums(SampleHouse house) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : Sheets.tables()) {
            sums.put(
                    table,
                    house.lines("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table
                                    + " t")
                            .get(0));
        }
        return sums;
    }
}
