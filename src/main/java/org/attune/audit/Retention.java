package org.attune.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tools.jackson.databind.json.JsonMapper;

/** Periods after which something goes by itself: settled by admins, looked at before, applied once a day. */
@Component
@Transactional
public class Retention {

    public static final String JOB = "forgetting";

    private static final int NAMES = 20;

    private final JdbcClient jdbc;
    private final PersonRows people;
    private final JsonMapper json;
    private final Clock clock;

    Retention(JdbcClient jdbc, PersonRows people, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Periods periods() {
        return jdbc.sql("select * from retention")
                .query((row, n) -> {
                    Map<Period, Integer> amounts = new EnumMap<>(Period.class);
                    for (Period period : Period.values()) {
                        int amount = row.getInt(period.column());
                        if (!row.wasNull()) {
                            amounts.put(period, amount);
                        }
                    }
                    return new Periods(amounts, row.getInt("version"));
                })
                .single();
    }

    /** @throws ChangedMeanwhile where another admin settled them since the form was opened */
    public void settle(Periods periods) {
        String columns = String.join(
                ", ",
                Period.columns().stream()
                        .map(column -> column + " = :" + column)
                        .toList());
        JdbcClient.StatementSpec update = jdbc.sql(
                        "update retention set " + columns + ", version = version + 1 where version = :version")
                .param("version", periods.version());
        for (Period period : Period.values()) {
            update = update.param(period.column(), periods.of(period).orElse(null));
        }
        if (update.update() == 0) {
            throw new ChangedMeanwhile(inWords(periods()), inWords(periods));
        }
    }

    private static String inWords(Periods periods) {
        return String.join(
                ", ",
                Arrays.stream(Period.values())
                        .map(period -> periods.of(period).map(String::valueOf).orElse("–"))
                        .toList());
    }

    /** What these periods would let go today, found by doing it and taking it back. */
    public List<Letting> preview(Viewer admin, Periods periods) {
        List<Letting> lettings = new ArrayList<>();
        for (Period period : Period.values()) {
            periods.of(period)
                    .map(amount -> period.before(today(), amount))
                    .ifPresent(before -> lettings.add(letting(admin, period, before)));
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return lettings;
    }

    private Letting letting(Viewer admin, Period period, LocalDate before) {
        if (period != Period.PARTED) {
            return new Letting(period, letGo(period, before), List.of());
        }
        int number = jdbc.sql("select count(*) from parted_before(:before)")
                .param("before", start(before))
                .query(Integer.class)
                .single();
        List<String> names = jdbc.sql("""
                        select c.name from seen_contact(:viewer) c join parted_before(:before) p on p = c.id
                         order by c.sort_name, c.id limit :most""")
                .param("viewer", admin.uuid())
                .param("before", start(before))
                .param("most", NAMES)
                .query(String.class)
                .list();
        return new Letting(period, number, names);
    }

    /**
     * Does the day's work, unless it is done: the day's row is written first and kept with the work, so that of several
     * instances exactly one does it, and another where that one breaks off.
     *
     * @return what went, or nothing where it was done already
     */
    public Optional<Map<String, Integer>> applyOnce() {
        int first = jdbc.sql("insert into retention_run (day) values (:day) on conflict do nothing")
                .param("day", today())
                .update();
        if (first == 0) {
            return Optional.empty();
        }
        Periods periods = periods();
        Map<String, Integer> gone = new TreeMap<>();
        for (Period period : Period.values()) {
            periods.of(period)
                    .ifPresent(amount -> gone.put(period.code(), letGo(period, period.before(today(), amount))));
        }
        gone.values().removeIf(number -> number == 0);
        jdbc.sql("update retention_run set finished_at = clock_timestamp(), gone = :gone::jsonb where day = :day")
                .param("gone", json.writeValueAsString(gone))
                .param("day", today())
                .update();
        return Optional.of(gone);
    }

    private int letGo(Period period, LocalDate before) {
        return jdbc.sql("select let_go(:kind, :before, :reason)")
                .param("kind", period.code())
                .param("before", start(before))
                .param("reason", period.code() + " < " + before)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public @Nullable RetentionRun lastRun() {
        return jdbc.sql("select day, finished_at, gone from retention_run order by day desc limit 1")
                .query((row, n) -> {
                    Timestamp finished = row.getTimestamp("finished_at");
                    return new RetentionRun(
                            row.getObject("day", LocalDate.class),
                            finished == null ? null : finished.toInstant(),
                            people.numbers(row.getString("gone")));
                })
                .optional()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone()).toInstant());
    }

    private ZoneId zone() {
        return ZoneId.of(
                jdbc.sql("select zone from organisation").query(String.class).single());
    }
}
