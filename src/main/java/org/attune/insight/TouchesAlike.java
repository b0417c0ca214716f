package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.ListeningBoard.Pair;
import org.attune.insight.ListeningBoard.Said;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stories, materials, invitations and greetings that went to different people in much the same words, whatever the names in them. */
@Component
class TouchesAlike {

    /** The figure as in an address. */
    static final String FIGURE = "given-alike";

    private static final int SHOWN = 10;

    /** Those with words, each once; what the words are is asked where they are shown. */
    private static final String GIVEN = """
            select t.id, t.contact_id, t.noted_by, (t.happened_at at time zone :zone)::date as day
              from overseen_touch(:viewer) t
             where t.happened_at >= :begins and t.happened_at < :ends and is_given(t.kind) and t.words is not null and
            """ + SlicedFacts.alone("t", "noted_by");

    /**
     * How many there are.
     *
     * @param others how many other people gave anything with words
     */
    record Number(long alike, long others) {}

    private final JdbcClient jdbc;

    TouchesAlike(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Number counted(Slice slice) {
        return jdbc.sql("""
                        select count(*) filter (where exists (select from touch_alike a where a.touch_id = g.id)) as alike,
                               count(distinct g.noted_by) filter (where g.noted_by <> :viewer) as others from (%s) g""".formatted(GIVEN))
                .params(slice.parameters())
                .query((row, n) -> new Number(row.getLong("alike"), row.getLong("others")))
                .single();
    }

    KeysetPage<CountedRow> rows(Slice slice, @Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql("""
                        select g.id, g.day, w.kind, s.name, case when s.id is not null then w.words end as words, s.id as whom
                          from (%s order by day desc, t.id desc offset 0) g
                         cross join lateral (select from touch_alike a where a.touch_id = g.id limit 1) alike
                          join touch w on w.id = g.id
                          left join lateral (select s.* from seen_contact(:viewer) s where s.id = g.contact_id offset 0) s on true
                         where (g.day, g.id) < (:afterDay, :afterId)
                         order by g.day desc, g.id desc limit :most""".formatted(GIVEN))
                .params(slice.parameters())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> row(row))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow row(ResultSet row) throws SQLException {
        LocalDate day = day(row, "day");
        UUID whom = row.getObject("whom", UUID.class);
        return new CountedRow(
                new DayKey(day, row.getObject("id", UUID.class)).toString(),
                row.getString("name"),
                whom == null ? null : "/contacts/" + whom,
                row.getString("words"),
                "touch." + row.getString("kind"),
                day,
                BigDecimal.ONE,
                null);
    }

    /**
     * The newest, each with the one before it, of those whose two texts the viewer may both read. They are looked at one after the
     * other until there are enough.
     */
    List<Pair> pairs(Slice slice) {
        return jdbc.sql("""
                        select w.words as later_words, w.kind as later_kind, l.day as later_day, s.name as later_to, s.id as later_whom,
                               e.words as earlier_words, e.kind as earlier_kind, e.name as earlier_to, e.whom as earlier_whom,
                               (e.happened_at at time zone :zone)::date as earlier_day,
                               round(similarity(bare_words(w.words, s.given_name, s.family_name), e.bare) * 100) as likeness
                          from (%s order by day desc, t.id desc offset 0) l
                         cross join lateral (
                           select o.words, o.kind, o.happened_at, c.name, c.id as whom,
                                  bare_words(o.words, c.given_name, c.family_name) as bare
                             from touch_alike a join touch o on o.id = a.earlier_id
                             join seen_contact(:viewer) c on c.id = o.contact_id
                            where a.touch_id = l.id order by o.happened_at desc, o.id desc limit 1) e
                         cross join lateral (select c.* from seen_contact(:viewer) c where c.id = l.contact_id offset 0) s
                          join touch w on w.id = l.id
                         order by l.day desc, l.id desc limit :most""".formatted(GIVEN))
                .params(slice.parameters())
                .param("most", SHOWN)
                .query((row, n) -> new Pair(said(row, "later"), said(row, "earlier"), row.getLong("likeness")))
                .list();
    }

    private static Said said(ResultSet row, String which) throws SQLException {
        return new Said(
                row.getString(which + "_words"),
                row.getString(which + "_to"),
                row.getString(which + "_kind"),
                day(row, which + "_day"),
                "/contacts/" + row.getString(which + "_whom"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
