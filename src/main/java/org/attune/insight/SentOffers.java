package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.attune.insight.PulledAndPushed.Outcome;
import org.attune.insight.PulledAndPushed.Sent;
import org.attune.insight.PulledAndPushed.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offers that went out in a period. One that was revised counts once, as its last version, on the day that went out. */
@Component
class SentOffers {

    static final String SENT = """
            select o.id, o.contact_id, (o.sent_at at time zone :zone)::date as day, x.cell, null::text as part,
                   'pull.' || x.cell as what, o.title as words, '/offers/' || o.id as href
              from overseen_offer(:viewer) o
              join contact c on c.id = o.contact_id
              left join lateral (select d.kind from decision d where d.offer_id = o.id
                                  order by d.noted_at desc, d.id desc limit 1) d on true
             cross join lateral (
               select case when o.kind = 'again' then 'again' when o.state = 'withdrawn' then 'withdrawn'
                           else case when o.pulled then 'pulled-' else 'pushed-' end
                             || coalesce(replace(d.kind, '_', '-'), 'undecided') end as cell) x
             where o.sent_at >= :begins and o.sent_at < :ends and o.state <> 'replaced' and
            """ + SlicedFacts.of("o", "owner_id");

    /** Nobody offered these: they are with whoever has the contact now. */
    static final String BOUGHT_BEFORE = """
            select p.id, p.contact_id, p.on_day as day, 'past' as cell, null::text as part, 'pull.past' as what, p.title as words,
                   '/contacts/' || p.contact_id as href
              from overseen_contact(:viewer) c join past_purchase p on p.contact_id = c.id
             where p.on_day between :from and :until and""" + Slice.CONTACTS;

    private final JdbcClient jdbc;

    SentOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many of a kind on days of one week or month, or before. */
    private record Some(String cell, boolean now, LocalDate start, long many) {}

    record Read(Sent sent, Sent before, List<Step> steps) {}

    /** Those of the period and of the days before it. */
    Read read(Slice slice) {
        PeriodStep step = PeriodStep.of(slice.period());
        List<Some> all = jdbc.sql("""
                        select cell, day >= :since as now, greatest(date_trunc(:step, day)::date, :since) as start, count(*) as many
                          from (%s union all %s) s group by 1, 2, 3""".formatted(SENT, BOUGHT_BEFORE))
                .params(slice.withDaysBefore().parameters())
                .param("since", slice.period().from())
                .param("step", step.word())
                .query((row, n) -> new Some(
                        row.getString("cell"),
                        row.getBoolean("now"),
                        Objects.requireNonNull(row.getObject("start", LocalDate.class)),
                        row.getLong("many")))
                .list();
        List<Some> now = all.stream().filter(Some::now).toList();
        List<Step> steps = step.starts(slice.period()).stream()
                .map(start -> new Step(
                        start,
                        step.last(start, slice.period()),
                        outcome(now, "pulled-", start).all(),
                        outcome(now, "pushed-", start).all()))
                .toList();
        return new Read(sent(now), sent(all.stream().filter(some -> !some.now()).toList()), steps);
    }

    private static Sent sent(List<Some> all) {
        return new Sent(
                outcome(all, "pulled-", null),
                outcome(all, "pushed-", null),
                many(all, "withdrawn", null),
                many(all, "again", null),
                many(all, "past", null));
    }

    private static Outcome outcome(List<Some> all, String how, @Nullable LocalDate start) {
        return new Outcome(
                many(all, how + "yes", start),
                many(all, how + "no", start),
                many(all, how + "not-now", start),
                many(all, how + "undecided", start));
    }

    private static long many(List<Some> all, String cell, @Nullable LocalDate start) {
        return all.stream()
                .filter(some -> some.cell().equals(cell))
                .filter(some -> start == null || some.start().equals(start))
                .mapToLong(Some::many)
                .sum();
    }
}
