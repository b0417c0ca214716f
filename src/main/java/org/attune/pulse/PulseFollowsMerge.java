package org.attune.pulse;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody answered goes along; where both were asked at about the same time, the one who is kept keeps theirs. */
@Component
class PulseFollowsMerge implements FollowsMerge {

    private static final String PULSE = "pulse";

    private final JdbcClient jdbc;

    PulseFollowsMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        update pulse p set contact_id = :kept
                         where p.contact_id = :absorbed
                           and not exists (select from pulse k
                                            where k.contact_id = :kept
                                              and daterange(k.asked_on, k.asked_on + k.weeks * 7)
                                                  && daterange(p.asked_on, p.asked_on + p.weeks * 7))
                        returning p.link_id
                        """)
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of(PULSE, "link_id", Objects.requireNonNull(id)))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        UUID[] ids = rows.stream()
                .filter(row -> row.isOf(PULSE))
                .map(row -> row.uuid("link_id"))
                .toArray(UUID[]::new);
        jdbc.sql("update pulse set contact_id = :absorbed where link_id = any (:ids::uuid[]) and contact_id = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", ids)
                .update();
    }
}
