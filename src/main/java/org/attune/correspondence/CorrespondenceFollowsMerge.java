package org.attune.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters go along with their contact. What an address wants belongs to the address and goes nowhere. */
@Component
class CorrespondenceFollowsMerge implements FollowsMerge {

    private static final String LETTER = "letter";

    private final JdbcClient jdbc;

    CorrespondenceFollowsMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        jdbc.sql("update letter set contact_id = :kept where contact_id = :absorbed returning id")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .forEach(id -> moved.add(MovedRow.of(LETTER, "id", Objects.requireNonNull(id))));
        return moved;
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        UUID[] ids = rows.stream()
                .filter(row -> row.isOf(LETTER))
                .map(row -> row.uuid("id"))
                .toArray(UUID[]::new);
        jdbc.sql("update letter set contact_id = :absorbed where id = any (:ids::uuid[]) and contact_id = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", ids)
                .update();
    }
}
