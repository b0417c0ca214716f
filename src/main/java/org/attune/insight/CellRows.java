package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows behind figures of queries that sort what they count into cells themselves: the figure counts cells, and here is what
 * is in them. Such a query has the columns id, contact_id, day, cell, part, what, words and href; where id is a turn they were heard
 * in, words are theirs.
 */
@Component
class CellRows {

    private final JdbcClient jdbc;

    CellRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one figure counts.
     *
     * @param relation the query
     * @param cells which of its cells
     * @param part which part of them; none: all
     * @param amount what each adds, as an expression over its columns
     * @param unit of the amount, likewise
     */
    record Cut(
            String relation, List<String> cells, @Nullable String part, String amount, String unit) {

        static Cut counting(String relation, @Nullable String part, String... cells) {
            return new Cut(relation, List.of(cells), part, "1", "null");
        }

        Cut adding(String column, String unitOf) {
            return new Cut(relation, cells, part, column, unitOf);
        }
    }

    /** The newest first. Whoever may no longer see the contact reads neither name nor words. */
    KeysetPage<CountedRow> page(Slice slice, Cut cut, @Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql("""
                        select r.id, r.day, r.what, (%s)::numeric as amount, (%s)::text as unit, s.name,
                               case when s.id is not null then r.href end as href,
                               case when s.id is not null then r.words end as words,
                               case when s.id is not null then
                                 (select t.exactness from seen_turn(:viewer) t where t.id = r.id and t.kind = 'heard') end as how
                          from (%s) r
                          left join seen_contact(:viewer) s on s.id = r.contact_id
                         where r.cell = any (:cells::text[]) and (:part::text is null or r.part = :part) and (%s) is not null
                           and (r.day, r.id) < (:afterDay, :afterId)
                         order by r.day desc, r.id desc limit :most""".formatted(cut.amount(), cut.unit(), cut.relation(), cut.amount()))
                .params(slice.parameters())
                .param("cells", cut.cells().toArray(String[]::new))
                .param("part", cut.part())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query(CellRows::row)
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow row(ResultSet row, int n) throws SQLException {
        LocalDate day = Objects.requireNonNull(row.getObject("day", LocalDate.class));
        return new CountedRow(
                new DayKey(day, row.getObject("id", UUID.class)).toString(),
                row.getString("name"),
                row.getString("href"),
                row.getString("words"),
                row.getString("what"),
                day,
                row.getBigDecimal("amount"),
                row.getString("unit"),
                row.getString("how"));
    }
}
