package org.attune.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations behind a figure about time, the newest first, by the names of whom the viewer sees. */
@Component
class TimeRows {

    private final JdbcClient jdbc;

    TimeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KeysetPage<CountedRow> of(Slice slice, TimeFigure which, @Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.LATEST);
        List<CountedRow> rows = jdbc.sql(
                        """
                        select v.*, %s as counted,
                               coalesce(v.marketing_minutes between 1 and v.minutes - 1, false) as split, exists (select from seen_conversation(:viewer) s where s.id = v.id) as readable,
                               (select string_agg(s.name, ', ' order by s.sort_name, s.id)
                                  from participant p join seen_contact(:viewer) s on s.id = p.contact_id
                                 where p.conversation_id = v.id) as names
                          from (""".formatted(which.amount()) + TimeFigure.TALKS + ") v where (" + which.condition() + """
                        ) and (v.minutes is not null or not :minutes) and (v.day, v.id) < (:afterDay, :afterId)
                         order by v.day desc, v.id desc limit :most""")
                .params(slice.parameters())
                .param("word", which.word())
                .param("minutes", which.minutes())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> row(row, which))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private static CountedRow row(ResultSet row, TimeFigure which) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        LocalDate day = Objects.requireNonNull(row.getObject("day", LocalDate.class));
        return new CountedRow(
                new DayKey(day, id).toString(),
                row.getString("names"),
                row.getBoolean("readable") ? "/conversations/" + id : null,
                null,
                (row.getBoolean("split") && !which.amount().equals("v.minutes") ? "split." : "channel.")
                        + row.getString("channel"),
                day,
                which.minutes() ? row.getBigDecimal("counted") : BigDecimal.ONE,
                which.minutes() ? "minutes" : null);
    }
}
