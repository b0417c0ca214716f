package org.attune.nurture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Touches, agreed silence, ways on, stops and what was put off go along with their contact, and whoever they were introduced to. */
@Component
class NurtureFollowsMerge implements FollowsMerge {

    /** The other end of an introduction; one between the two stays where it is, and is nobody's. */
    private static final String INTRODUCED = "introduced";

    private static final String NOT_TO_THEMSELVES = " and introduced_id is distinct from :kept";
    private static final List<String> TABLES = List.of("touch", "agreed_silence", "way_on", "contact_stop", "put_off");

    private final JdbcClient jdbc;

    NurtureFollowsMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        for (String table : TABLES) {
            jdbc.sql("update %s set contact_id = :kept where contact_id = :absorbed%s returning id"
                            .formatted(table, table.equals("touch") ? NOT_TO_THEMSELVES : ""))
                    .param("kept", kept.value())
                    .param("absorbed", absorbed.value())
                    .query(UUID.class)
                    .list()
                    .forEach(id -> moved.add(MovedRow.of(table, "id", Objects.requireNonNull(id))));
        }
        jdbc.sql("""
                        update touch set introduced_id = :kept
                         where introduced_id = :absorbed and contact_id <> :kept returning id""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .forEach(id -> moved.add(MovedRow.of(INTRODUCED, "id", Objects.requireNonNull(id))));
        return moved;
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        jdbc.sql("update touch set introduced_id = :absorbed where id = any (:ids::uuid[]) and introduced_id = :kept")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", ids(rows, INTRODUCED))
                .update();
        for (String table : TABLES) {
            UUID[] ids = ids(rows, table);
            jdbc.sql("update %s set contact_id = :absorbed where id = any (:ids::uuid[]) and contact_id = :kept"
                            .formatted(table))
                    .param("absorbed", absorbed.value())
                    .param("kept", kept.value())
                    .param("ids", ids)
                    .update();
        }
    }

    private static UUID[] ids(List<MovedRow> rows, String relation) {
        return rows.stream()
                .filter(row -> row.isOf(relation))
                .map(row -> row.uuid("id"))
                .toArray(UUID[]::new);
    }
}
