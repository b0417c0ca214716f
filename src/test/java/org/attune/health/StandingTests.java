package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is ready for dashboards: sums that are what a count says, whatever happened to the rows, in whichever order. */
@AttuneTest
class StandingTests {

    private static final String[] BANDS = {"thriving", "steady", "cooling", "at_risk", "unknown"};

    private static final String SUMS = """
            select grain, start, owner_id is null as whole, coalesce(owner_id, team_id) as who, team_id, stage_key, band, missing,
                   sum(many)::bigint as many, sum(scores)::bigint as scores
              from (select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally
                    union all
                    select grain, start, team_id, owner_id, stage_key, band, missing, many, scores from relationship_tally_fresh) t
             where team_id = any (:teams)
             group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(many) <> 0 or sum(scores) <> 0
             order by 1, 2, 3, 4, 5, 6, 7, 8""";

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Standings standings;

    @Autowired
    private TransactionTemplate transaction;

    private List<Viewer> sellers = List.of();
    private UUID[] teams = {};

    @Test
    void liveSumsAreWhatACountSaysAfterARandomHistory() {
        for (int seed = 1; seed <= 3; seed++) {
            Random chance = new Random(seed);
            sellers = List.of(somebody.whoSells(), somebody.whoSells());
            teams = sellers.stream().map(one -> somebody.teamOf(one).value()).toArray(UUID[]::new);
            List<ContactId> contacts = new ArrayList<>();
            for (int n = 0; n < 6; n++) {
                contacts.add(happened.met(sellers.get(n % 2)));
            }
            for (int n = 0; n < 120; n++) {
                something(contacts.get(chance.nextInt(contacts.size())), chance);
                if (n % 40 == 0) {
                    standings.settle();
                }
            }
            List<Map<String, Object>> live = sums();
            standings.settle();
            List<Map<String, Object>> settled = sums();
            standings.recount();

            assertThat(live).as("seed %d", seed).isNotEmpty().isEqualTo(settled).isEqualTo(sums());
            assertThat(jdbc.sql("""
                            select count(*) from (
                              select before_day, lead(day) over (partition by contact_id order by day) as next
                                from health_history where contact_id = any (:ids)) x
                             where before_day is distinct from next""")
                            .param(
                                    "ids",
                                    contacts.stream().map(ContactId::value).toArray(UUID[]::new))
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void sinceWhenSomebodyIsKnownIsTheFirstDayOfTheirHistory() {
        Viewer anna = somebody.whoSells();
        UUID team = somebody.teamOf(anna).value();
        ContactId helen = happened.met(anna);
        assertThat(knownSince(helen)).isEmpty();
        was(helen, LocalDate.of(2026, 2, 27), 50, team);
        was(helen, LocalDate.of(2026, 3, 2), 70, team);
        happened.kept(helen);
        assertThat(knownSince(helen)).contains(LocalDate.of(2026, 2, 27));

        was(helen, LocalDate.of(2026, 1, 5), null, team);
        happened.kept(helen);

        assertThat(knownSince(helen)).contains(LocalDate.of(2026, 1, 5));
    }

    private Optional<LocalDate> knownSince(ContactId contact) {
        return jdbc.sql("select known_since from contact_standing where contact_id = :id")
                .param("id", contact.value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    @Test
    void aSumUpToADayIsHowManyThereWereThatEvening() {
        Viewer anna = somebody.whoSells();
        UUID team = somebody.teamOf(anna).value();
        ContactId helen = happened.met(anna);
        was(helen, LocalDate.of(2026, 2, 27), 50, team);
        was(helen, LocalDate.of(2026, 3, 2), 70, team);
        was(helen, LocalDate.of(2026, 3, 1), null, team);

        assertThat(bandOn(anna, LocalDate.of(2026, 2, 26))).isEmpty();
        assertThat(bandOn(anna, LocalDate.of(2026, 2, 28))).containsExactly("cooling");
        assertThat(bandOn(anna, LocalDate.of(2026, 3, 1))).containsExactly("unknown");
        assertThat(bandOn(anna, LocalDate.of(2026, 9, 1))).containsExactly("steady");
    }

    @Test
    void nothingOfItCanBeWrittenByHand() {
        for (String table : List.of("contact_standing", "relationship_tally", "relationship_tally_fresh")) {
            assertThat(jdbc.sql("select has_table_privilege(current_user, :table, 'insert, update, delete')")
                            .param("table", table)
                            .query(Boolean.class)
                            .single())
                    .as(table)
                    .isFalse();
        }
    }

    private List<String> bandOn(Viewer viewer, LocalDate day) {
        return jdbc.sql("""
                        select band from overseen_tally(:viewer, null) where grain = 'day' and start <= :day
                         group by 1 having sum(many) <> 0""")
                .param("viewer", viewer.uuid())
                .param("day", day)
                .query(String.class)
                .list();
    }

    private void something(ContactId contact, Random chance) {
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(70));
        switch (chance.nextInt(7)) {
            case 0 ->
                jdbc.sql("delete from health_history where contact_id = :id and day = :day")
                        .param("id", contact.value())
                        .param("day", day)
                        .update();
            case 1 ->
                jdbc.sql("delete from health_history where contact_id = :id and day between :day and :until")
                        .param("id", contact.value())
                        .param("day", day)
                        .param("until", day.plusDays(20))
                        .update();
            case 2 -> {
                jdbc.sql(
                                "update contact c set owner_id = u.id, team_id = u.team_id from app_user u where u.id = :to and c.id = :id")
                        .param("to", sellers.get(chance.nextInt(2)).uuid())
                        .param("id", contact.value())
                        .update();
                happened.kept(contact);
            }
            case 3 -> {
                isNow(contact, chance);
                happened.kept(contact);
            }
            case 4 ->
                transaction.executeWithoutResult(tx -> {
                    jdbc.sql("delete from health_history where contact_id = :id and day > :day")
                            .param("id", contact.value())
                            .param("day", day)
                            .update();
                    was(contact, day.plusDays(3), chance.nextInt(100), teams[chance.nextInt(2)]);
                });
            default ->
                was(
                        contact,
                        day,
                        chance.nextInt(5) == 0 ? null : chance.nextInt(101),
                        chance.nextInt(6) == 0 ? null : teams[chance.nextInt(2)]);
        }
    }

    private void isNow(ContactId contact, Random chance) {
        String band = BANDS[chance.nextInt(BANDS.length)];
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way)
                        values (:id, current_date, :score, :band, current_date, :many)
                        on conflict (contact_id) do update set score = excluded.score, band = excluded.band, two_way = excluded.two_way""")
                .param("id", contact.value())
                .param("score", band.equals("unknown") ? null : chance.nextInt(101))
                .param("band", band)
                .param("many", chance.nextInt(5))
                .update();
        jdbc.sql("update contact set archived_at = :at::timestamptz where id = :id")
                .param("at", chance.nextInt(4) == 0 ? "2026-04-01T00:00:00Z" : null)
                .param("id", contact.value())
                .update();
    }

    private void was(ContactId contact, LocalDate day, @Nullable Integer score, @Nullable UUID team) {
        jdbc.sql("""
                        insert into health_history (contact_id, day, score, band, team_id) values (:id, :day, :score, :band, :team)
                        on conflict (contact_id, day) do update
                           set score = excluded.score, band = excluded.band, team_id = excluded.team_id""")
                .param("id", contact.value())
                .param("day", day)
                .param("score", score)
                .param(
                        "band",
                        score == null
                                ? "unknown"
                                : score >= 80
                                        ? "thriving"
                                        : score >= 60 ? "steady" : score >= 40 ? "cooling" : "at_risk")
                .param("team", team)
                .update();
    }

    private List<Map<String, Object>> sums() {
        return jdbc.sql(SUMS).param("teams", teams).query().listOfRows();
    }
}
