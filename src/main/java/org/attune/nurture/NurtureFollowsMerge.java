package org.attune.nurture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Touches, agreed silence, ways on and stops go along with their contact. */
@Component
class NurtureFollowsMerge implements FollowsMerge {

    private static final List<String> TABLES = List.of("touch", "agreed_silence", "way_on", "contact_stop");

    private final JdbcClient jdbc;

    NurtureFollowsMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        for (String table : TABLES) {
            jdbc.sql("update %s set contact_id = :kept where contact_id = :absorbed returning id".formatted(table))
                    .param("kept", kept.value())
                    .param("absorbed", absorbed.value())
                    .query(UUID.class)
                    .list()
                    .forEach(id -> moved.add(MovedRow.of(table, "id", Objects.requireNonNull(id))));
        }
        return moved;
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        for (String table : TABLES) {
            UUID[] ids = rows.stream()
                    .filter(row -> row.isOf(table))
                    .map(row -> row.uuid("id"))
                    .toArray(UUID[]::new);
            jdbc.sql("update %s set contact_id = :absorbed where id = any (:ids::uuid[]) and contact_id = :kept"
                            .formatted(table))
                    .param("absorbed", absorbed.value())
                    .param("kept", kept.value())
                    .param("ids", ids)
                    .update();
        }
    }
}
