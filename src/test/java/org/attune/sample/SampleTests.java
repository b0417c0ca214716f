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

    /** The keys by which the database finds responses that nearly say the same are those it would have made itself. */
    @Test
    void whatIsMuchAlikeIsFound() {
        assertThat(sample.count("select count(*) from turn_alike")).isGreaterThan(5);
        assertThat(sample.count("""
                        select count(*) from turn t
                         where t.kind = 'responded' and char_length(t.words) between 40 and 2000
                           and (select array_agg(distinct k order by k) from unnest(response_sketch(t.words)) k)
                               is distinct from (select array_agg(l.key order by l.key) from response_likeness_key l where l.turn_id = t.id)""")).isZero();
        assertThat(sample.count("""
                        select count(*) from turn_alike a
                         where not exists (select from responses_like((select words from turn where id = a.turn_id)) r
                                            where r.turn_id = a.earlier_id)
                            or exists (select from turn t join turn e on e.id = a.earlier_id
                                        join participant p on p.conversation_id = t.conversation_id
                                        join participant q on q.conversation_id = e.conversation_id and q.contact_id = p.contact_id
                                        where t.id = a.turn_id)""")).isZero();
        assertThat(sample.lines("""
                        select t.id || ' ' || e.id from touch t cross join lateral (
                          select o.id from touches_like(t.id) o where is_given(o.kind) and (o.happened_at, o.id) < (t.happened_at, t.id)
                           order by o.happened_at desc, o.id desc limit 5) e
                         where is_given(t.kind) and t.words is not null order by 1"""))
                .isNotEmpty()
                .isEqualTo(sample.lines("select touch_id || ' ' || earlier_id from touch_alike order by 1"));
    }

    /** What triggers would have refused or written, had they been asked. */
    @Test
    void whatIsUsedIsAllowedAndNobodyIsTouchedAgainstTheirWish() {
        assertThat(sample.count("""
                        select count(*) from story_consent c join app_user u on u.id = c.noted_by
                         where c.allows_from <> c.given_on::timestamp at time zone u.zone
                            or c.until_end is distinct from (c.until + 1)::timestamp at time zone u.zone""")).isZero();
        assertThat(sample.count("""
                        select count(*) from response_use r
                          left join consent_at(r.story_id, r.used_at) c on true
                         where r.story_id is not null and c.id is distinct from r.consent_id""")).isZero();
        assertThat(sample.count("select count(*) from response_use where story_id is not null"))
                .isPositive();
        assertThat(sample.count("""
                        select count(*) from touch t cross join lateral stop_in_force(t.contact_id) s
                         where s.whose_wish = 'theirs' and s.said_at <= t.happened_at""")).isZero();
    }

    @Test
    void severalPeopleTalkWithUsAtOnceAndSomeAreOfOneNeed() {
        assertThat(
                        sample.count(
                                "select count(*) from (select from participant group by conversation_id having count(*) > 1) x"))
                .isGreaterThan(10);
        assertThat(sample.count(
                        "select count(*) from (select from need_person group by need_id having count(*) > 1) x"))
                .isPositive();
        assertThat(sample.count("select max(last_seq) from conversation")).isGreaterThan(300);
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

    /** Days that are counted in one go come out as each of them by itself. */
    @Test
    void everyDayIsCountedAsItWas() {
        String each = """
                select d.day::date as day, h.team_id, h.band, count(*) as contacts, coalesce(sum(h.score), 0) as score_sum
                  from generate_series((select min(day) from health_day), date '2026-11-19', interval '1 day') d (day)
                 cross join contact c
                 cross join lateral (select * from health_history x where x.contact_id = c.id and x.day <= d.day
                                      order by x.day desc limit 1) h
                 where h.team_id is not null group by d.day, h.team_id, h.band""";
        String kept = "select day, team_id, band, contacts, score_sum from health_day";

        assertThat(sample.count("select count(distinct day) from health_day")).isEqualTo(89);
        assertThat(sample.lines("select x::text from ((" + each + " except " + kept + ") union all (" + kept
                        + " except " + each + ")) x order by 1"))
                .isEmpty();
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
