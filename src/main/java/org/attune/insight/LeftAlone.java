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

    private static final String NEGLECTED = """
            select c.id as contact_id, c.owner_id, n.why, n.since, 'neglected.' || n.why as what, n.since as day
              from neglected_contact(:viewer, :today) n join overseen_contact(:viewer) c on c.id = n.contact_id
             where""" + Slice.CONTACTS;

    private final JdbcClient jdbc;

    LeftAlone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Neglected> longest(Map<String, @Nullable Object> parameters, int atMost) {
        return jdbc.sql("""
                        select t.*, s.name, u.name as owner from (%s) t
                          left join seen_contact(:viewer) s on s.id = t.contact_id
                          join app_user u on u.id = t.owner_id
                         order by t.since, t.contact_id limit :most""".formatted(NEGLECTED))
                .params(parameters)
                .param("most", atMost)
                .query((row, n) -> new Neglected(
                        row.getObject("contact_id", UUID.class),
                        row.getString("name"),
                        row.getString("owner"),
                        row.getString("why"),
                        Objects.requireNonNull(row.getObject("since", LocalDate.class))))
                .list();
    }

    long inAll(Map<String, @Nullable Object> parameters) {
        return jdbc.sql("select count(*) from (" + NEGLECTED + ") t")
                .params(parameters)
                .query(Long.class)
                .single();
    }

    static Cut all() {
        return new Cut(NEGLECTED, null);
    }
}
