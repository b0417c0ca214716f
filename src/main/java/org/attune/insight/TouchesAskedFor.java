package org.attune.insight;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
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
             cross join lateral (
               select case when t.kind = 'tried_to_reach' then 'tried' when t.asked_for then 'asked' else 'unasked' end as cell) x
             where t.happened_at >= :begins and t.happened_at < :ends and
            """ + SlicedFacts.alone("t", "noted_by");

    private final JdbcClient jdbc;

    TouchesAskedFor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Read(Touches touches, Touches before) {}

    /** Those of the period and of the days before it. */
    Read read(Slice slice) {
        Map<Boolean, Touches> read = new HashMap<>();
        jdbc.sql("""
                        select day >= :since as now, count(*) filter (where cell = 'asked') as asked,
                               count(*) filter (where cell = 'unasked') as unasked,
                               count(*) filter (where cell = 'tried') as tried
                          from (%s) t group by 1""".formatted(TOUCHED))
                .params(slice.withDaysBefore().parameters())
                .param("since", slice.period().from())
                .query((ResultSet row) -> {
                    read.put(
                            row.getBoolean("now"),
                            new Touches(row.getLong("asked"), row.getLong("unasked"), row.getLong("tried")));
                });
        Touches none = new Touches(0, 0, 0);
        return new Read(read.getOrDefault(true, none), read.getOrDefault(false, none));
    }
}
