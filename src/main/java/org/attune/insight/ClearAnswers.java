package org.attune.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.insight.PulledAndPushed.Answers;
import org.attune.insight.PulledAndPushed.Waited;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers that were given in a period, and how many days after the need was first heard: what they last said about an
 * offer, and needs that ended as not a fit before there was one. Repeats are left out: they are asked and answered in one go.
 */
@Component
class ClearAnswers {

    /** From so many days to so many. */
    static final List<String> SPANS = List.of("0-7", "8-14", "15-21", "22-28", "29+");

    static final String UNKNOWN = "unknown";

    private static final String PART = """
            case when %1$s is null then 'unknown' when %1$s <= 7 then '0-7' when %1$s <= 14 then '8-14' when %1$s <= 21 then '15-21'
                 when %1$s <= 28 then '22-28' else '29+' end""";

    private static final String GIVEN = """
            select a.offer_id as id, a.contact_id, a.on_day as day, replace(a.said, '_', '-') as cell, w.title as words,
                   '/offers/' || a.offer_id as href, a.on_day - f.day as took
              from overseen_answer(:viewer) a
              left join offer w on w.id = a.offer_id
              left join contact c on c.id = a.contact_id
             cross join lateral (
               select min((t.said_at at time zone :zone)::date) as day
                 from offer_need n join need_turn l on l.need_id = n.need_id and l.states join turn t on t.id = l.heard_id
                where n.offer_id = a.offer_id) f
             where a.on_day between :from and :until and a.kind <> 'again' and a.state in ('sent', 'decided') and
            """ + SlicedFacts.of("a", "owner_id");

    /** The contact is who first said it; where nobody did any more, one of its people. */
    private static final String NOT_A_FIT = """
            select n.id, c.id, (n.ended_at at time zone :zone)::date, 'not-fit-' || n.not_a_fit_for, n.title, '/needs/' || n.id,
                   (n.ended_at at time zone :zone)::date - f.day
              from overseen_need(:viewer) n
              left join lateral (
                select t.speaker_id, (t.said_at at time zone :zone)::date as day
                  from need_turn l join turn t on t.id = l.heard_id
                 where l.need_id = n.id and l.states order by t.said_at, t.id limit 1) f on true
              join contact c on c.id = coalesce(f.speaker_id, (
                select p.contact_id from need_person p where p.need_id = n.id order by p.added_at, p.contact_id limit 1))
             where n.state = 'not_a_fit' and n.ended_at >= :begins and n.ended_at < :ends
               and not exists (select from offer_need k join offer o on o.id = k.offer_id
                                where k.need_id = n.id and o.sent_at is not null) and
            """ + SlicedFacts.of("n", "noted_by");

    /** Whoever writes an answer down with a day before the first words has it at once, not earlier. */
    static final String ANSWERED = """
            select g.id, g.contact_id, g.day, g.cell, %s as part, 'pull.' || g.cell as what, g.words, g.href, g.took as days
              from (select z.id, z.contact_id, z.day, z.cell, z.words, z.href, case when z.took < 0 then 0 else z.took end as took
                      from (%s union all %s) z) g""".formatted(PART.formatted("g.took"), GIVEN, NOT_A_FIT);

    private final JdbcClient jdbc;

    ClearAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cell none: how long it usually took */
    private record Some(
            boolean now,
            @Nullable String cell,
            @Nullable String part,
            long many,
            @Nullable Integer clear,
            @Nullable Integer no) {}

    record Read(Answers answers, Answers before) {}

    /** Those of the period and of the days before it. The middle one, of two the shorter: half of the answers came within so many days. */
    Read read(Slice slice) {
        List<Some> all = jdbc.sql("""
                        with a as materialized (select day >= :since as now, cell, part, days from (%s) x)
                        select now, cell, part, count(*) as many, null::int as clear, null::int as no from a group by 1, 2, 3
                        union all
                        select now, null, null, 0, percentile_disc(0.5) within group (order by days) filter (where cell <> 'not-now'),
                               percentile_disc(0.5) within group (order by days)
                                 filter (where cell in ('no', 'not-fit-them', 'not-fit-us'))
                          from a group by 1""".formatted(ANSWERED))
                .params(slice.withDaysBefore().parameters())
                .param("since", slice.period().from())
                .query((row, n) -> new Some(
                        row.getBoolean("now"),
                        row.getString("cell"),
                        row.getString("part"),
                        row.getLong("many"),
                        row.getObject("clear", Integer.class),
                        row.getObject("no", Integer.class)))
                .list();
        return new Read(
                answers(all.stream().filter(Some::now).toList()),
                answers(all.stream().filter(some -> !some.now()).toList()));
    }

    private static Answers answers(List<Some> all) {
        Map<String, Long> many = new TreeMap<>();
        Integer clear = null;
        Integer nos = null;
        for (Some some : all) {
            if (some.cell() == null) {
                clear = some.clear();
                nos = some.no();
            } else {
                many.merge(some.cell(), some.many(), Long::sum);
                many.put(some.cell() + "." + some.part(), some.many());
            }
        }
        List<Waited> spans = new ArrayList<>();
        for (String span : SPANS) {
            spans.add(new Waited(span, at(many, "yes." + span), no(many, "." + span), at(many, "not-now." + span)));
        }
        return new Answers(
                at(many, "yes"),
                at(many, "no"),
                at(many, "not-fit-them"),
                at(many, "not-fit-us"),
                at(many, "not-now"),
                at(many, "yes." + UNKNOWN) + no(many, "." + UNKNOWN) + at(many, "not-now." + UNKNOWN),
                clear,
                nos,
                spans);
    }

    private static long no(Map<String, Long> many, String span) {
        return at(many, "no" + span) + at(many, "not-fit-them" + span) + at(many, "not-fit-us" + span);
    }

    private static long at(Map<String, Long> many, String cell) {
        return many.getOrDefault(cell, 0L);
    }
}
