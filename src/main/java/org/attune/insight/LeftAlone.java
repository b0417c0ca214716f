package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.insight.HealthBoard.Neglected;
import org.attune.insight.RelationshipRows.Cut;
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

    /** Each says how many there are in all. */
    static final String COUNTED = NEGLECTED.replace("s.since as day", "s.since as day, count(*) over () as in_all");

    private final JdbcClient jdbc;

    LeftAlone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inAll how many there are */
    record Some(List<Neglected> longest, long inAll) {}

    private record Read(Neglected one, long inAll) {}

    Some some(Map<String, @Nullable Object> parameters, int atMost) {
        List<Read> read = jdbc.sql("""
                        select t.*, s.name, u.name as owner from (%s order by s.since, s.contact_id limit :most) t
                          left join seen_contact(:viewer) s on s.id = t.contact_id
                          join app_user u on u.id = t.owner_id
                         order by t.since, t.contact_id""".formatted(COUNTED))
                .params(parameters)
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

    static Cut all() {
        return new Cut(NEGLECTED, null);
    }
}
