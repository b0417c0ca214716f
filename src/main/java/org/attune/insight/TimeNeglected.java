package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.TimeBoard.Neglected;
import org.attune.platform.DayKey;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relationships nobody tends, as it is today, whatever the period. */
record TimeNeglected(JdbcClient jdbc, Slice slice, LocalDate today) {

    private static final String EACH = """
            from neglected_contact(:viewer, :today) n join overseen_contact(:viewer) c on c.id = n.contact_id
            left join seen_contact(:viewer) s on s.id = c.id
            where
            """ + Slice.CONTACTS;

    List<Neglected> longest(int atMost) {
        return jdbc.sql("select n.*, s.name " + EACH + " order by n.since, n.contact_id limit :most")
                .params(parameters())
                .param("most", atMost)
                .query((row, n) -> new Neglected(
                        row.getObject("contact_id", UUID.class),
                        row.getString("name"),
                        row.getString("why"),
                        Objects.requireNonNull(row.getObject("since", LocalDate.class))))
                .list();
    }

    long inAll() {
        return jdbc.sql("select count(*) " + EACH)
                .params(parameters())
                .query(Long.class)
                .single();
    }

    KeysetPage<CountedRow> rows(@Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.EARLIEST);
        List<CountedRow> rows = jdbc.sql("select n.*, s.name " + EACH + """
                         and (n.since, n.contact_id) > (:afterDay, :afterId)
                         order by n.since, n.contact_id limit :most""")
                .params(parameters())
                .param("afterDay", key.day())
                .param("afterId", key.id())
                .param("most", size + 1)
                .query((row, n) -> TimeRelationships.row(row, "since", "neglected." + row.getString("why")))
                .list();
        return KeysetPage.of(rows, size, CountedRow::key);
    }

    private Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> all = slice.parameters();
        all.put("today", today);
        return all;
    }
}
