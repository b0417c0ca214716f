package org.attune.health;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.attune.TestDatabase;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.platform.jobs.LeftUndone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * An organisation with a database and a calendar of its own, in which the same happens each time: ids are counted, not drawn,
 * so that two of them can be compared row by row.
 */
final class HealthHouse implements AutoCloseable {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID TEAM = id(1);
    private static final UUID OTHER_TEAM = id(2);
    private static final UUID ANNA = id(3);
    private static final UUID BORIS = id(4);

    final JdbcClient jdbc;
    private final HikariDataSource source = new HikariDataSource();
    private ZoneId zone = BERLIN;
    private final AtomicInteger ids = new AtomicInteger(100);

    HealthHouse() {
        var login = TestDatabase.fresh().application();
        source.setJdbcUrl(login.url());
        source.setUsername(login.username());
        source.setPassword(login.password());
        source.setMaximumPoolSize(4);
        source.setMinimumIdle(1);
        this.jdbc = JdbcClient.create(source);
        isIn(BERLIN);
        employ(TEAM, ANNA);
        employ(OTHER_TEAM, BORIS);
    }

    @Override
    public void close() {
        source.close();
    }

    void isIn(ZoneId there) {
        zone = there;
        jdbc.sql("update organisation set zone = :zone")
                .param("zone", zone.getId())
                .update();
    }

    /** As if Attune had not known of health until now. */
    void forgetHealth() {
        List.of("contact_health", "health_history", "health_day")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    static UUID id(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** An instance of Attune, at a moment. */
    record Instance(DailyHealth job, HealthKeeping keeping, HealthRebuild rebuild, TransactionTemplate transaction) {

        void changed(UUID contact) {
            transaction.executeWithoutResult(tx -> keeping.on(ContactChanged.of(new ContactId(contact))));
        }

        /** In one transaction: a deed about somebody, and what is kept of it. */
        void during(Supplier<UUID> deed) {
            transaction.executeWithoutResult(tx -> keeping.on(ContactChanged.of(new ContactId(deed.get()))));
        }

        void age(UUID contact) {
            transaction.executeWithoutResult(tx -> keeping.age(List.of(contact)));
        }
    }

    Instance at(LocalDate day, LocalTime time) {
        Clock clock = Clock.fixed(day.atTime(time).atZone(zone).toInstant(), zone);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        LeftOut leftOut = new LeftOut(jdbc, new LeftUndone(jdbc, clock));
        HealthKeeping keeping = new HealthKeeping(
                new Gathering(jdbc), new HealthRows(jdbc, JsonMapper.shared(), clock), leftOut, new Standings(jdbc));
        HealthSteps steps = new HealthSteps(jdbc, keeping, leftOut, transaction);
        DayCounts counts = new DayCounts(jdbc, clock);
        return new Instance(
                new DailyHealth(steps, counts, leftOut, new Standings(jdbc)),
                keeping,
                new HealthRebuild(steps, counts, new Standings(jdbc)),
                transaction);
    }

    Instance at(LocalDate day) {
        return at(day, LocalTime.of(0, 7));
    }

    UUID anna() {
        return ANNA;
    }

    UUID boris() {
        return BORIS;
    }

    /** Somebody of whom something was heard on each of these days, with the shortest of rhythms. */
    UUID heardOn(UUID owner, LocalDate known, LocalDate... days) {
        UUID contact = next();
        jdbc.sql("""
                        insert into contact (id, family_name, owner_id, team_id, created_by, created_at, ideal_days, longest_days)
                        select :id, 'Brandt', u.id, u.team_id, u.id, :at, 2, 10 from app_user u where u.id = :owner""")
                .param("id", contact)
                .param("at", at(known, 8))
                .param("owner", owner)
                .update();
        for (LocalDate day : days) {
            heard(owner, contact, day, day);
        }
        return contact;
    }

    /** Said on a day and written down on one that may be later. */
    void heard(UUID owner, UUID contact, LocalDate day, LocalDate logged) {
        UUID talk = next();
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(tx -> {
            jdbc.sql("""
                            insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, happened_at,
                              logged_at, talked_more, heard_turns, their_words, last_heard_at, last_seq)
                            select :id, u.id, u.team_id, :lead, 'sales', 'call', 'they', 'open', :at, :logged, 'even', 1, 4, :at, 1
                              from app_user u where u.id = :owner""")
                    .param("id", talk)
                    .param("owner", owner)
                    .param("lead", contact)
                    .param("at", at(day, 10))
                    .param("logged", at(logged, 11))
                    .update();
            jdbc.sql("insert into participant (conversation_id, contact_id) values (:talk, :contact)")
                    .param("talk", talk)
                    .param("contact", contact)
                    .update();
            jdbc.sql("""
                            insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count, exactness,
                              said_at, logged_at, logged_by)
                            select :id, :talk, 1, 'heard', :contact, 'sales', 'Half of it is lost', 'salt'::bytea,
                                   sha256('salt'::bytea || convert_to('Half of it is lost', 'UTF8')), 4, 'from_memory', :at, :logged, :owner""")
                    .param("id", next())
                    .param("talk", talk)
                    .param("contact", contact)
                    .param("at", at(day, 10))
                    .param("logged", at(logged, 11))
                    .param("owner", owner)
                    .update();
        });
    }

    /** A promise whose day nobody can reckon with: what must not happen, and has to be borne if it does. */
    UUID promisedOnNoDay(UUID owner, UUID contact, LocalDate known) {
        UUID promise = next();
        jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by, made_at)
                        select :id, c.id, c.team_id, 'us', :owner, 'Send the list', '-infinity', :owner, :at
                          from contact c where c.id = :contact""")
                .param("id", promise)
                .param("contact", contact)
                .param("owner", owner)
                .param("at", at(known, 9))
                .update();
        return promise;
    }

    void neverPromised(UUID promise) {
        jdbc.sql("delete from promise where id = :id").param("id", promise).update();
    }

    /** Whose health the job passed over. */
    List<UUID> leftOut() {
        return jdbc.sql("select item from job_left where job = 'health' order by item")
                .query(UUID.class)
                .list();
    }

    /** Everything that is kept of everybody's health. */
    Map<String, List<Map<String, Object>>> kept() {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        for (String table : List.of("contact_health", "health_history", "health_day")) {
            all.put(
                    table,
                    jdbc.sql("select * from " + table + " order by 1, 2, 3")
                            .query()
                            .listOfRows());
        }
        return all;
    }

    /** How a query is worked out where two tables can only be merged. */
    String plan(String sql, Map<String, ?> parameters) {
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(source)).execute(tx -> {
            List.of("hashjoin", "nestloop", "seqscan", "bitmapscan")
                    .forEach(way ->
                            jdbc.sql("set local enable_" + way + " = off").update());
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql)
                            .params(parameters)
                            .query(String.class)
                            .list());
        }));
    }

    List<LocalDate> daysCounted() {
        return jdbc.sql("select distinct day from health_day order by day")
                .query(LocalDate.class)
                .list();
    }

    private void employ(UUID team, UUID person) {
        jdbc.sql("insert into team (id, name) values (:id, :name)")
                .param("id", team)
                .param("name", "Team " + team)
                .update();
        jdbc.sql("""
                        insert into app_user (id, email, name, role, sells, team_id)
                        values (:id, :email, 'Anna', 'salesperson', true, :team)""")
                .param("id", person)
                .param("email", person + "@attune.example")
                .param("team", team)
                .update();
    }

    private UUID next() {
        return id(ids.getAndIncrement());
    }

    private Timestamp at(LocalDate day, int hour) {
        Instant moment = day.atTime(hour, 0).atZone(zone).toInstant();
        return Timestamp.from(moment);
    }
}
