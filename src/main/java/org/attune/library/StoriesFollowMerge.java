package org.attune.library;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A story goes along with whose it is; its consents and uses hang on the story. */
@Component
class StoriesFollowMerge implements FollowsMerge {

    private final JdbcClient jdbc;

    StoriesFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("update story set contact_id = :kept where contact_id = :absorbed returning id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of("story", "id", Objects.requireNonNull(id)))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        UUID[] stories = rows.stream()
                .filter(row -> row.isOf("story"))
                .map(row -> row.uuid("id"))
                .toArray(UUID[]::new);
        jdbc.sql("update story set contact_id = :absorbed where id = any (:ids::uuid[]) and contact_id = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", stories)
                .update();
    }
}
