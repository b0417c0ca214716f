package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.HealthBoard.Neglected;
import org.attune.insight.RelationshipRows.Cut;
import org.attune.platform.DayKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The relationships nobody tends. Which these are is decided in one place, {@code neglected_contact}. */
@Component
class LeftAlone {

    static final String NEGLECTED = """
            select s.contact_id, s.owner_id, s.why, s.since, 'neglected.' || s.why as what, s.since as day
              from neglected_contact(:viewer, :today) s
             where""" + " " + Slice.STANDING;

    private static final String MANY =
            "case when :company::uuid is null then neglected_many(:viewer, :today, :team, :person, :stage)"
                    + " else (select count(*) from (" + NEGLECTED + ") c) end";

    /** The longest of them after one of them; with {@link #NAMED}, or more, behind it. */
    static final String FIRST = """
            with n as materialized (
              select * from neglected_first(:viewer, :today, :team, :person, :stage, :company, :afterDay, :afterId, :most))
            """;

    /** How many there are, beside it; those of one company are few and counted one by one. */
    static final String IN_ALL = ", m as materialized (select " + MANY + " as in_all)";

    static final String NAMED = """
            select n.*, s.name from n left join seen_contact(:viewer) s on s.id = n.contact_id order by n.since, n.contact_id""";

    private final JdbcClient jdbc;

    LeftAlone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inAll how many there are */
    record Some(List<Neglected> longest, long inAll) {}

    private record Read(Neglected one, long inAll) {}

    Some some(Map<String, @Nullable Object> parameters, int atMost) {
        List<Read> read = jdbc.sql(FIRST + IN_ALL + """
                        select n.*, m.in_all, s.name, u.name as owner from n cross join m
                          left join seen_contact(:viewer) s on s.id = n.contact_id
                          join app_user u on u.id = n.owner_id
                         order by n.since, n.contact_id""")
                .params(parameters)
                .param("afterDay", DayKey.EARLIEST.day())
                .param("afterId", DayKey.EARLIEST.id())
                .param("most", atMost)
                .query((row, n) -> new Read(
                        new Neglected(
                                row.getObject("contact_id", UUID.class),
                                row.getString("name"),
                                row.getString("owner"),
                                row.getString("why"),
                                Objects.requireNonNull(row.getObject("since", LocalDate.class))),
                        row.getLong("in_all")))
                .list();
        return new Some(
                read.stream().map(Read::one).toList(),
                read.stream().mapToLong(Read::inAll).findFirst().orElse(0));
    }

    static long many(JdbcClient jdbc, Map<String, @Nullable Object> parameters) {
        return jdbc.sql("select " + MANY).params(parameters).query(Long.class).single();
    }

    static Cut all() {
        return new Cut(NEGLECTED, null);
    }
}
