package org.attune.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Which touches say much the same, as a trigger finds it when one is noted; it was off. Millions of pairs are compared, so all processors do: PostgreSQL
 * shares out what fills a table of its own, but nothing that is inserted or that reads a temporary table.
 */
final class TouchesAlike {

    private static final List<String> STEPS = List.of(
            "set local jit = off",
            "set local max_parallel_workers_per_gather = 8",
            "set local min_parallel_table_scan_size = 0",
            "set local parallel_setup_cost = 0",
            "set local parallel_tuple_cost = 0",
            """
            create unlogged table sample_given as
              select t.id, t.noted_by, t.contact_id, t.happened_at, bare_words(t.words, c.given_name, c.family_name) as bare,
                     (extract(epoch from t.happened_at) / 2592000)::int as month
                from touch t join contact c on c.id = t.contact_id where is_given(t.kind) and t.words is not null""",
            "analyze sample_given",
            """
            create unlogged table sample_alike as
              select t.id, e.id as earlier, e.happened_at
                from sample_given t
                join (select g.*, g.month + k as near from sample_given g cross join (values (0), (1)) near (k)) e
                  on e.noted_by = t.noted_by and e.near = t.month and e.contact_id <> t.contact_id
                 and (e.happened_at, e.id) < (t.happened_at, t.id) and e.happened_at >= t.happened_at - interval '30 days'
                 and much_alike(t.bare, e.bare)""",
            """
            insert into touch_alike (touch_id, earlier_id)
            select id, earlier
              from (select id, earlier, row_number() over (partition by id order by happened_at desc, earlier desc) as nth from sample_alike) a
             where nth <= 5""",
            "drop table sample_given, sample_alike");

    private TouchesAlike() {}

    static void write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String step : STEPS) {
                statement.execute(step);
            }
        }
    }
}
