package org.attune.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attune.TestDatabase;
import org.attune.platform.ChangedMeanwhile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Periods, on a database of their own. */
class RetentionTests {

    private static final Instant NOW = Instant.now();
    private static final JsonMapper JSON = new JsonMapper();

    private TestDatabase database;
    private Instance one;
    private Instance another;

    /** One of several that run on one database. */
    private record Instance(JdbcClient jdbc, TransactionTemplate transactions, Retention retention) {

        static Instance on(TestDatabase database, Instant now) {
            var login = database.application();
            var source = new DriverManagerDataSource(login.url(), login.username(), login.password());
            JdbcClient jdbc = JdbcClient.create(source);
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            return new Instance(
                    jdbc,
                    new TransactionTemplate(new JdbcTransactionManager(source)),
                    new Retention(jdbc, new PersonRows(jdbc, JSON), JSON, clock));
        }

        Optional<Map<String, Integer>> applies() {
            return Objects.requireNonNull(transactions.execute(tx -> retention.applyOnce()));
        }
    }

    @BeforeEach
    void twoInstancesOnOneDatabase() {
        database = TestDatabase.fresh();
        one = Instance.on(database, NOW);
        another = Instance.on(database, NOW);
    }

    @Test
    void nothingAboutCustomersGoesUntilSomebodySaysSo() {
        Periods periods = one.retention().periods();
        assertThat(Stream.of(Period.values())
                        .filter(Period::isAboutCustomers)
                        .filter(Period::inMonths)
                        .flatMap(period -> periods.of(period).stream()))
                .isEmpty();
        person("parted", 500);
        assertThat(one.applies()).contains(Map.of());
        assertThat(names()).containsExactly("Helen Brandt");
    }

    @Test
    void whomWePartedFromAndDidNotHearSinceIsErasedWhenTheirPeriodEnds() {
        settle(Period.PARTED, 12);
        person("parted", 500);
        assertThat(one.applies()).contains(Map.of("parted", 1));
        assertThat(names()).allMatch(name -> name.startsWith("[forgotten "));
        assertThat(one.jdbc()
                        .sql("select ground || ' ' || reason from erasure")
                        .query(String.class)
                        .single())
                .startsWith("retention parted < ");
        assertThat(one.jdbc()
                        .sql("select how || ' ' || deed from audit_entry where deed = 'forgotten'")
                        .query(String.class)
                        .list())
                .containsExactly("sql forgotten");
    }

    @Test
    void whoeverIsHeardOrOwedSomethingOrStandsElsewhereStays() {
        settle(Period.PARTED, 12);
        person("parted", 100);
        person("customer", 500);
        var owed = person("parted", 500);
        one.jdbc()
                .sql(
                        "insert into promise (id, contact_id, team_id, side, words, due, made_by) select uuidv7(), :c, team_id, 'them', 'Call', current_date, owner_id from contact where id = :c")
                .param("c", owed)
                .update();
        var touched = person("parted", 500);
        one.jdbc()
                .sql(
                        "insert into touch (id, contact_id, team_id, kind, hat, happened_at, noted_by) select uuidv7(), id, team_id, 'greeting', 'sales', now(), owner_id from contact where id = :c")
                .param("c", touched)
                .update();
        assertThat(one.applies()).contains(Map.of());
        assertThat(names()).hasSize(4).containsOnly("Helen Brandt");
    }

    @Test
    void ofTwoInstancesAtTheSameMomentExactlyOneDoesTheDaysWork() throws Exception {
        settle(Period.PARTED, 12);
        person("parted", 500);
        CompletableFuture<Optional<Map<String, Integer>>> first = CompletableFuture.supplyAsync(one::applies);
        CompletableFuture<Optional<Map<String, Integer>>> second = CompletableFuture.supplyAsync(another::applies);
        assertThat(List.of(first.get(20, TimeUnit.SECONDS), second.get(20, TimeUnit.SECONDS)))
                .containsExactlyInAnyOrder(Optional.of(Map.of("parted", 1)), Optional.empty());
        assertThat(one.jdbc()
                        .sql("select count(*) from retention_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whereOneInstanceBreaksOffAnotherDoesIt() {
        settle(Period.PARTED, 12);
        person("parted", 500);
        one.transactions().executeWithoutResult(tx -> {
            one.retention().applyOnce();
            tx.setRollbackOnly();
        });
        assertThat(names()).containsExactly("Helen Brandt");
        assertThat(another.applies()).contains(Map.of("parted", 1));
    }

    @Test
    void theNextDayItIsDoneAgain() {
        assertThat(one.applies()).isPresent();
        assertThat(one.applies()).isEmpty();
        assertThat(Instance.on(database, NOW.plus(Duration.ofDays(1))).applies())
                .isPresent();
    }

    @Test
    void valuesOfTheTrailGoAndTheEntriesStay() {
        person("customer", 1);
        settle(Period.AUDIT_VALUE, 1);
        var later = Instance.on(database, NOW.plus(Duration.ofDays(70)));
        long entries = count("select count(*) from audit_entry");
        assertThat(later.applies().orElseThrow()).containsKey("audit_value");
        assertThat(
                        count(
                                "select count(*) from audit_value where personal and (before is not null or after is not null)"))
                .isZero();
        assertThat(count("select count(*) from audit_entry")).isGreaterThanOrEqualTo(entries);
        assertThat(count("select count(*) from audit_value where erasure_id is not null"))
                .isPositive();
    }

    @Test
    void addressesAndBrowsersGo() {
        one.transactions().executeWithoutResult(tx -> {
            one.jdbc()
                    .sql(
                            "select set_config('attune.how', 'page', true), set_config('attune.address', '192.0.2.1', true)")
                    .query(row -> {});
            one.jdbc().sql("update organisation set name = 'Ours'").update();
        });
        settle(Period.AUDIT_ADDRESS, 1);
        assertThat(one.applies()).contains(Map.of());
        assertThat(Instance.on(database, NOW.plus(Duration.ofDays(70)))
                        .applies()
                        .orElseThrow())
                .containsEntry("audit_address", 1);
        assertThat(count("select count(*) from audit_entry where address is not null"))
                .isZero();
    }

    @Test
    void whoeverSettlesThemLaterOnAnOldFormIsToldSo() {
        Periods before = one.retention().periods();
        settle(Period.PARTED, 12);
        assertThatThrownBy(() -> one.retention().settle(before)).isInstanceOf(ChangedMeanwhile.class);
    }

    private void settle(Period period, int amount) {
        Periods before = one.retention().periods();
        Map<Period, Integer> amounts = new EnumMap<>(Period.class);
        amounts.putAll(before.amounts());
        amounts.put(period, amount);
        one.retention().settle(new Periods(amounts, before.version()));
    }

    /** Helen, who came to where she stands that many days ago. */
    private java.util.UUID person(String stage, int days) {
        java.util.UUID contact = org.attune.platform.Ids.next();
        for (String row : List.of(
                "insert into team (id, name) values (:x, :x::text)",
                "insert into app_user (id, email, name, role, sells, team_id) values (:x, :x::text || '@attune.example', 'Anna', 'salesperson', true, :x)",
                "insert into contact (id, given_name, family_name, owner_id, team_id, created_by) values (:x, 'Helen', 'Brandt', :x, :x, :x)",
                "insert into stage_move (id, contact_id, owner_id, team_id, to_key, version, moved_at, moved_by, how) values (:x, :x, :x, :x, :stage, 1, now() - :days * interval '1 day', :x, 'entered')",
                "insert into contact_stage (contact_id, version, stage_key, since, move_id) values (:x, 1, :stage, now() - :days * interval '1 day', :x)")) {
            one.jdbc()
                    .sql(row)
                    .param("x", contact)
                    .param("stage", stage)
                    .param("days", days)
                    .update();
        }
        return contact;
    }

    private List<String> names() {
        return one.jdbc().sql("select name from contact").query(String.class).list();
    }

    private long count(String query) {
        return one.jdbc().sql(query).query(Long.class).single();
    }
}
