package org.attune.outside;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A link goes along with the contact it was made for, and still opens. */
@Component
class OutsideFollowsMerge implements FollowsMerge {

    private static final String LINK = "outside_link";

    private final JdbcClient jdbc;

    OutsideFollowsMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("update outside_link set contact_id = :kept where contact_id = :absorbed returning id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of(LINK, "id", Objects.requireNonNull(id)))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        UUID[] ids = rows.stream()
                .filter(row -> row.isOf(LINK))
                .map(row -> row.uuid("id"))
                .toArray(UUID[]::new);
        jdbc.sql("update outside_link set contact_id = :absorbed where id = any (:ids::uuid[]) and contact_id = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", ids)
                .update();
    }
}
