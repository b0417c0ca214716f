package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
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
     * @param ordered by the amount, the smallest first; otherwise the newest first
     */
    record Cut(
            String relation, List<String> cells, @Nullable String part, String amount, String unit, boolean ordered) {

        static Cut counting(String relation, @Nullable String part, String... cells) {
            return new Cut(relation, List.of(cells), part, "1", "null", false);
        }

        /** To be looked through for the one in the middle. */
        Cut inOrderOf(String column, String unitOf) {
            return new Cut(relation, cells, part, column, unitOf, true);
        }

        Cut adding(String column, String unitOf) {
            return new Cut(relation, cells, part, column, unitOf, false);
        }
    }

    private static final String COUNTED = """
            select r.id, r.day, r.what, (%1$s)::numeric as amount, (%2$s)::text as unit, s.name, s.id is not null as seen,
                   case when s.id is not null then r.href end as href,
                   case when s.id is not null then r.words end as words,
                   row_number() over (order by (%1$s), r.id) as place
              from (%3$s) r
              left join seen_contact(:viewer) s on s.id = r.contact_id
             where r.cell = any (:cells::text[]) and (:part::text is null or r.part = :part) and (%1$s) is not null""";

    private static final String HOW =
            "case when q.seen then (select t.exactness from seen_turn(:viewer) t where t.id = q.id and t.kind = 'heard') end as how";

    /** The newest first, or in the order of what they add. Whoever may no longer see the contact reads neither name nor words. */
    KeysetPage<CountedRow> page(Slice slice, Cut cut, @Nullable String after, int size) {
        return cut.ordered() ? inOrder(slice, cut, after, size) : newest(slice, cut, after, size);
    }

    private KeysetPage<CountedRow> newest(Slice slice, Cut cut, @Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = asked(
                        slice, cut, size, " (q.day, q.id) < (:afterDay, :afterId) order by q.day desc, q.id desc")
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .query((row, n) -> row(row, new DayKey(day(row), row.getObject("id", UUID.class)).toString()))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    /** Paged by their place, which says how far it is to the middle. */
    private KeysetPage<CountedRow> inOrder(Slice slice, Cut cut, @Nullable String after, int size) {
        List<CountedRow> rows = asked(slice, cut, size, " q.place > :place order by q.place")
                .param("place", place(after))
                .query((row, n) -> row(row, row.getString("place")))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private JdbcClient.StatementSpec asked(Slice slice, Cut cut, int size, String order) {
        String counted = COUNTED.formatted(cut.amount(), cut.unit(), cut.relation());
        return jdbc.sql("select q.*, " + HOW + " from (" + counted + ") q where" + order + " limit :most")
                .params(slice.parameters())
                .param("cells", cut.cells().toArray(String[]::new))
                .param("part", cut.part())
                .param("most", size + 1);
    }

    private static long place(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException notOurs) {
            throw new NotSeen("page");
        }
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("day", LocalDate.class));
    }

    private static CountedRow row(ResultSet row, String key) throws SQLException {
        return new CountedRow(
                key,
                row.getString("name"),
                row.getString("href"),
                row.getString("words"),
                row.getString("what"),
                day(row),
                row.getBigDecimal("amount"),
                row.getString("unit"),
                row.getString("how"));
    }
}
