package org.attune.insight;

import org.attune.insight.PulledAndPushed.Touches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Touches of a period, asked for or unasked. To have tried to reach somebody is neither. */
@Component
class TouchesAskedFor {

    static final String TOUCHED = """
            select t.id, t.contact_id, (t.happened_at at time zone :zone)::date as day, x.cell, null::text as part,
                   'pull.' || x.cell as what, t.words, '/contacts/' || t.contact_id as href
              from overseen_touch(:viewer) t
              join contact c on c.id = t.contact_id
             cross join lateral (
               select case when t.kind = 'tried_to_reach' then 'tried' when t.asked_for then 'asked' else 'unasked' end as cell) x
             where t.happened_at >= :begins and t.happened_at < :ends and
            """ + SlicedFacts.of("t", "noted_by");

    private final JdbcClient jdbc;

    TouchesAskedFor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Touches read(Slice slice) {
        return jdbc.sql("""
                        select count(*) filter (where cell = 'asked') as asked,
                               count(*) filter (where cell = 'unasked') as unasked,
                               count(*) filter (where cell = 'tried') as tried
                          from (%s) t""".formatted(TOUCHED))
                .params(slice.parameters())
                .query((row, n) -> new Touches(row.getLong("asked"), row.getLong("unasked"), row.getLong("tried")))
                .single();
    }
}
