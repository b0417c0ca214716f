package org.attune.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Offers and past purchases follow when two contacts are merged. An offer goes to one of the people of each of its needs,
 * so this comes after the needs; its rows of evidence follow by themselves.
 */
@Component
@Order(OffersFollowMerge.AFTER_NEEDS)
class OffersFollowMerge implements FollowsMerge {

    static final int AFTER_NEEDS = 600;

    private static final List<String> TABLES = List.of("offer", "past_purchase");

    private final JdbcClient jdbc;

    OffersFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        for (String table : TABLES) {
            jdbc.sql("update " + table + " set contact_id = :kept where contact_id = :absorbed returning id")
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
            rows.stream().filter(row -> row.isOf(table)).forEach(row -> jdbc.sql(
                            "update " + table + " set contact_id = :absorbed where id = :id and contact_id = :kept")
                    .param("absorbed", absorbed.value())
                    .param("kept", kept.value())
                    .param("id", row.uuid("id"))
                    .update());
        }
    }
}
