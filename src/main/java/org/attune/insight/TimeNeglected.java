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

    /** @param inAll how many there are */
    record Some(List<Neglected> longest, long inAll) {}

    private record Read(Neglected one, long inAll) {}

    Some some(int atMost) {
        List<Read> read = jdbc.sql(LeftAlone.FIRST + LeftAlone.IN_ALL + """
                        select n.*, m.in_all, s.name from n cross join m left join seen_contact(:viewer) s on s.id = n.contact_id
                         order by n.since, n.contact_id""")
                .params(parameters())
                .param("afterDay", DayKey.EARLIEST.day())
                .param("afterId", DayKey.EARLIEST.id())
                .param("most", atMost)
                .query((row, n) -> new Read(
                        new Neglected(
                                row.getObject("contact_id", UUID.class),
                                row.getString("name"),
                                row.getString("why"),
                                Objects.requireNonNull(row.getObject("since", LocalDate.class))),
                        row.getLong("in_all")))
                .list();
        return new Some(
                read.stream().map(Read::one).toList(),
                read.stream().mapToLong(Read::inAll).findFirst().orElse(0));
    }

    long inAll() {
        return LeftAlone.many(jdbc, parameters());
    }

    KeysetPage<CountedRow> rows(@Nullable String after, int size) {
        DayKey key = DayKey.parse(after, DayKey.EARLIEST);
        List<CountedRow> rows = jdbc.sql(LeftAlone.FIRST + LeftAlone.NAMED)
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
