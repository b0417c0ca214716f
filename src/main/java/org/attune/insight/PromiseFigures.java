package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.PromiseBoard.Kept;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How promises were kept, by us and by them. A promise counts on the day it is due now, and as it stands now; whoever put one
 * off twice moved it once. It belongs to the relationship: it goes by who owns the contact, and by the team of the day it was made.
 */
@Component
@Transactional(readOnly = true)
public class PromiseFigures implements Counted {

    private static final String WHOSE = """
            (:team::uuid is null or k.team_id = :team)
             and (:person::uuid is null or k.owner_id = :person)
             and (:company::uuid is null or exists (
                   select from contact c where c.id = k.contact_id and c.company_id = :company))
             and (:stage::text is null or exists (
                   select from contact_stage g where g.contact_id = k.contact_id and g.stage_key = :stage))""";

    /** The contact only says whose it is: who may read what is another question. Nobody waits for promises in the archive. */
    private static final String COUNTED = """
            select k.promise_id as id, k.contact_id, k.side, k.due, w.words,
                   case when k.state = 'broken' then 'broken'
                        when k.state = 'open' and k.due < :today then 'overdue'
                        when k.state = 'open' then 'open'
                        when (k.settled_at at time zone :zone)::date <= k.due then 'in-time'
                        else 'late' end as became,
                   coalesce(k.first_due <> k.due, false) as moved
              from overseen_promise_card(:viewer) k
              left join promise w on w.id = k.promise_id
             where k.due between :from and :until
               and (not k.archived or k.state <> 'open')
               and""" + " " + WHOSE;

    /** Whenever they were due; only those that are open are looked at. */
    private static final String OVERDUE = """
            select k.side, count(*)
              from overseen_promise_card(:viewer) k
             where k.state = 'open' and k.due < :today and not k.archived and""" + " " + WHOSE + " group by 1";

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    PromiseFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param start of a week or month, or of the period where it was before */
    private record Some(String side, boolean now, LocalDate start, Kept kept) {}

    @Override
    public String dashboard() {
        return "promises";
    }

    /** Kept in time is of those of which it is known what became of them. */
    @Override
    public Checked checked(String figure) {
        return figure.endsWith("-in-time") ? Checked.share(figure.replace("-in-time", "-known")) : Checked.SUM;
    }

    public PromiseBoard of(Slice slice) {
        PeriodStep step = PeriodStep.of(slice.period());
        List<Some> all = some(slice, step);
        List<Some> now = all.stream().filter(Some::now).toList();
        List<Some> before = all.stream().filter(some -> !some.now()).toList();
        Map<String, Long> overdue = overdue(slice);
        List<PromiseBoard.Step> steps = step.starts(slice.period()).stream()
                .map(start -> new PromiseBoard.Step(
                        start, step.last(start, slice.period()), sum(now, "us", start), sum(now, "them", start)))
                .toList();
        return new PromiseBoard(
                sum(now, "us", null),
                sum(now, "them", null),
                sum(before, "us", null),
                sum(before, "them", null),
                overdue.getOrDefault("us", 0L),
                overdue.getOrDefault("them", 0L),
                steps);
    }

    /** Only ours, as they were kept, and how that was before: what one looks at first. */
    public Ours ours(Slice slice) {
        List<Some> all = some(slice, PeriodStep.of(slice.period()));
        return new Ours(
                sum(all.stream().filter(Some::now).toList(), "us", null),
                sum(all.stream().filter(some -> !some.now()).toList(), "us", null));
    }

    public record Ours(Kept now, Kept before) {}

    private static Kept sum(List<Some> all, String side, @Nullable LocalDate start) {
        return all.stream()
                .filter(some -> some.side().equals(side)
                        && (start == null || some.start().equals(start)))
                .map(Some::kept)
                .reduce(Kept.NONE, Kept::and);
    }

    /** Of the period and of the days before it. */
    private List<Some> some(Slice slice, PeriodStep step) {
        return jdbc.sql("""
                        select side, due >= :since as now, greatest(date_trunc(:step, due)::date, :since) as start,
                               count(*) filter (where became = 'in-time') as in_time,
                               count(*) filter (where became = 'late') as late,
                               count(*) filter (where became = 'broken') as broken,
                               count(*) filter (where became = 'overdue') as overdue,
                               count(*) filter (where became = 'open') as open,
                               count(*) filter (where moved) as moved
                          from (""" + COUNTED + ") p group by 1, 2, 3")
                .params(parameters(slice.withDaysBefore()))
                .param("since", slice.period().from())
                .param("step", step.word())
                .query((row, n) -> new Some(
                        row.getString("side"),
                        row.getBoolean("now"),
                        Objects.requireNonNull(date(row, "start")),
                        kept(row)))
                .list();
    }

    private Map<String, Long> overdue(Slice slice) {
        Map<String, Long> overdue = new HashMap<>();
        jdbc.sql(OVERDUE).params(parameters(slice)).query((ResultSet row) -> {
            overdue.put(row.getString(1), row.getLong(2));
        });
        return overdue;
    }

    @Override
    public KeysetPage<CountedRow> rows(Slice slice, String figure, @Nullable String after, int size) {
        PromiseFigure which = PromiseFigure.named(figure).orElseThrow(() -> new NotSeen("figure " + figure));
        DayKey key = DayKey.parse(after, DayKey.EARLIEST);
        Map<String, @Nullable Object> parameters = parameters(slice);
        if (which.ever()) {
            parameters.put("from", EVER);
            parameters.put("until", today(slice));
        }
        List<CountedRow> rows = jdbc.sql("""
                        select p.*, s.name from (""" + COUNTED + """
                        ) p left join seen_contact(:viewer) s on s.id = p.contact_id
                         where p.side = :side and (:became::text is null or p.became = :became or :became = 'known' and p.became <> 'open') and (p.moved or not :moved)
                           and (p.due, p.id) > (:afterDay, :afterId)
                         order by p.due, p.id limit :most""")
                .params(parameters)
                .param("side", which.side())
                .param("became", which.became())
                .param("moved", which.moved())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> row(row))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow row(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        LocalDate due = Objects.requireNonNull(date(row, "due"));
        String name = row.getString("name");
        return new CountedRow(
                new DayKey(due, id).toString(),
                name,
                name == null ? null : "/contacts/" + row.getString("contact_id") + "/promises#promise-" + id,
                name == null ? null : row.getString("words"),
                "promise." + row.getString("became"),
                due,
                BigDecimal.ONE,
                null);
    }

    private Map<String, @Nullable Object> parameters(Slice slice) {
        Map<String, @Nullable Object> all = slice.parameters();
        all.put("today", today(slice));
        return all;
    }

    private LocalDate today(Slice slice) {
        return LocalDate.ofInstant(clock.instant(), slice.period().zone());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("in_time"),
                row.getLong("late"),
                row.getLong("broken"),
                row.getLong("overdue"),
                row.getLong("open"),
                row.getLong("moved"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
