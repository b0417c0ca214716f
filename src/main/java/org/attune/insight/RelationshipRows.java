package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The relationships behind a figure, each of which counts once. */
@Component
class RelationshipRows {

    private final JdbcClient jdbc;

    RelationshipRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which relationships.
     *
     * @param relation a query with the columns contact_id, what and day
     * @param band which it names as {@code :band}
     * @param day which it names as {@code :on}
     * @param scored whether each counts as its health, which the query has as score; otherwise as one
     */
    record Cut(
            String relation,
            @Nullable String band,
            @Nullable LocalDate day,
            boolean scored) {

        Cut(String relation, @Nullable String band) {
            this(relation, band, null, false);
        }

        Cut on(LocalDate asOf) {
            return new Cut(relation, band, asOf, scored);
        }

        Cut byScore() {
            return new Cut(relation, band, day, true);
        }
    }

    KeysetPage<CountedRow> page(Map<String, @Nullable Object> parameters, Cut cut, @Nullable String after, int size) {
        List<CountedRow> rows = jdbc.sql("""
                        select r.contact_id, r.what, r.day, %s as amount, s.name from (%s) r
                          left join seen_contact(:viewer) s on s.id = r.contact_id
                         where r.contact_id > :after order by r.contact_id limit :most""".formatted(cut.scored() ? "r.score" : "1", cut.relation()))
                .params(parameters)
                .param("band", cut.band())
                .param("on", cut.day())
                .param("after", key(after))
                .param("most", size + 1)
                .query((row, n) -> row(row, cut.scored() ? "points" : null))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    /** An address that somebody changed by hand begins at the start. */
    private static UUID key(@Nullable String after) {
        try {
            return after == null ? new UUID(0, 0) : UUID.fromString(after);
        } catch (IllegalArgumentException broken) {
            return new UUID(0, 0);
        }
    }

    private static CountedRow row(ResultSet row, @Nullable String unit) throws SQLException {
        String id = row.getString("contact_id");
        String name = row.getString("name");
        return new CountedRow(
                id,
                name,
                name == null ? null : "/contacts/" + id,
                null,
                row.getString("what"),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("amount"),
                unit);
    }
}
