package org.attune.promises;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to one is promised to the one they turned out to be. */
@Component
class PromisesFollowMerge implements FollowsMerge {

    private static final String PROMISE = "promise";

    private final JdbcClient jdbc;

    PromisesFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("update promise set contact_id = :kept where contact_id = :absorbed returning id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of(PROMISE, "id", Objects.requireNonNull(id)))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        UUID[] ids = rows.stream()
                .filter(row -> row.isOf(PROMISE))
                .map(row -> row.uuid("id"))
                .toArray(UUID[]::new);
        jdbc.sql("update promise set contact_id = :absorbed where id = any (:ids::uuid[]) and contact_id = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", ids)
                .update();
    }
}
