package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.SalesBoard.Signed;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What they said yes to: offers whose newest decision is a yes, on the day of that decision, by the team and the person who made
 * them; what it costs in the first twelve months. Past purchases were never offered here and do not count.
 */
@Component
class Won {

    /** Which decision counts for offer {@code o}: the newest, where it is a yes. */
    static final String YES = """
            join lateral (select k.id, k.kind, k.on_day, k.noted_at from decision k where k.offer_id = o.id
                           order by k.noted_at desc, k.id desc limit 1) d on d.kind = 'yes' and o.state = 'decided'
            """;

    /** Signed in the twelve months up to a day; {@link #firstDayOfYearTo} is the first of them. */
    private static final String IN_YEAR_TO = "d.on_day > %1$s::date - interval '1 year' and d.on_day <= %1$s";

    /** From what they said last. The title is asked for where it is shown, the contact where somebody narrows by it. */
    static final String WON = """
            select a.offer_id as id, a.contact_id, w.title, a.pulled, a.currency, a.on_day as day, a.noted_at, a.price as amount
              from overseen_answer(:viewer) a
              left join offer w on w.id = a.offer_id
             where a.said = 'yes' and a.state = 'decided'
               and (:team::uuid is null or a.team_id = :team) and (:person::uuid is null or a.owner_id = :person)
               and (:company::uuid is null or exists (
                     select from contact c where c.id = a.contact_id and c.company_id = :company))
               and (:stage::text is null or exists (
                     select from contact_stage g where g.contact_id = a.contact_id and g.stage_key = :stage))""";

    private final JdbcClient jdbc;

    Won(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether decision {@code d} of {@link #YES} is one of the twelve months up to a day.
     *
     * @param last what that day is called in the query
     */
    static String inYearTo(String last) {
        return IN_YEAR_TO.formatted(last);
    }

    static LocalDate firstDayOfYearTo(LocalDate last) {
        return last.minusYears(1).plusDays(1);
    }

    /** So much in one month, or in a part of one. */
    private record Some(LocalDate month, String currency, long offers, BigDecimal amount) {}

    /** @return by the first day of each month; where nothing was signed there is nothing */
    Map<LocalDate, Signed> byMonth(Slice slice, LocalDate from, LocalDate until) {
        Map<LocalDate, Signed> months = new HashMap<>();
        for (Some some : some(slice, from, until)) {
            months.merge(some.month(), signed(some), Won::sum);
        }
        return months;
    }

    record Beside(Signed now, Signed before) {}

    /** In the period and in the days before it. */
    Beside beside(Slice slice) {
        Map<Boolean, Signed> read = new HashMap<>();
        jdbc.sql("select day >= :since as now, currency, count(*) as offers, sum(amount) as amount from (" + WON
                        + ") w where day between :from and :until group by 1, 2")
                .params(slice.withDaysBefore().parameters())
                .param("since", slice.period().from())
                .query((ResultSet row) -> {
                    Signed some = new Signed(
                            row.getLong("offers"), Map.of(row.getString("currency"), row.getBigDecimal("amount")));
                    read.merge(row.getBoolean("now"), some, Won::sum);
                });
        return new Beside(read.getOrDefault(true, Signed.NOTHING), read.getOrDefault(false, Signed.NOTHING));
    }

    private List<Some> some(Slice slice, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        "select date_trunc('month', day)::date as month, currency, count(*) as offers, sum(amount) as amount from ("
                                + WON + ") w where day between :first and :last group by 1, 2")
                .params(slice.parameters())
                .param("first", from)
                .param("last", until)
                .query((row, n) -> new Some(
                        Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                        row.getString("currency"),
                        row.getLong("offers"),
                        row.getBigDecimal("amount")))
                .list();
    }

    private static Signed signed(Some some) {
        return new Signed(some.offers(), Map.of(some.currency(), some.amount()));
    }

    private static Signed sum(Signed one, Signed other) {
        Map<String, BigDecimal> amounts = new HashMap<>(one.amounts());
        other.amounts().forEach((currency, amount) -> amounts.merge(currency, amount, BigDecimal::add));
        return new Signed(one.offers() + other.offers(), amounts);
    }

    /** @param currency none: offers are counted, not their amounts */
    KeysetPage<CountedRow> rows(
            Slice slice, LocalDate from, LocalDate until, @Nullable String currency, @Nullable String after, int size) {
        return page(
                slice,
                "select id, contact_id, title, day, pulled, amount, currency from (" + WON
                        + ") w where day between :first and :last and (:currency::text is null or currency = :currency)",
                Map.of("first", from, "last", until),
                currency,
                after,
                size);
    }

    /** @param relation a query with the columns id, contact_id, title, day, pulled, amount and currency */
    KeysetPage<CountedRow> page(
            Slice slice,
            String relation,
            Map<String, Object> more,
            @Nullable String currency,
            @Nullable String after,
            int size) {
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql("""
                        select r.*, s.name from (%s) r left join seen_contact(:viewer) s on s.id = r.contact_id
                         where (r.day, r.id) < (:afterDay, :afterId) order by r.day desc, r.id desc limit :most""".formatted(relation))
                .params(slice.parameters())
                .params(more)
                .param("currency", currency)
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> row(row, currency))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow row(ResultSet row, @Nullable String currency) throws SQLException {
        LocalDate day = Objects.requireNonNull(row.getObject("day", LocalDate.class));
        UUID id = row.getObject("id", UUID.class);
        String name = row.getString("name");
        return new CountedRow(
                new DayKey(day, id).toString(),
                name,
                name == null ? null : "/offers/" + id,
                name == null ? null : row.getString("title"),
                row.getBoolean("pulled") ? "pulled" : "pushed",
                day,
                currency == null ? BigDecimal.ONE : row.getBigDecimal("amount"),
                currency);
    }
}
