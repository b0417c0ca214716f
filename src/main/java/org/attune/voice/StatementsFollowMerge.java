package org.attune.voice;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What one was told, the one they turned out to be was told. */
@Component
class StatementsFollowMerge implements FollowsMerge {

    private static final String TELLING = "statement_telling";

    private final JdbcClient jdbc;

    StatementsFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        return jdbc
                .sql("""
                        update statement_telling l set contact_id = :kept where contact_id = :absorbed and not exists (
                          select from statement_telling o where o.contact_id = :kept and o.answer_id = l.answer_id)
                        returning id""")
                .param("kept", kept.value())
                .param("absorbed", absorbed.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> MovedRow.of(TELLING, "id", Objects.requireNonNull(id)))
                .toList();
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        UUID[] ids = rows.stream()
                .filter(row -> row.isOf(TELLING))
                .map(row -> row.uuid("id"))
                .toArray(UUID[]::new);
        jdbc.sql("""
                        update statement_telling set contact_id = :absorbed
                         where id = any (:ids::uuid[]) and contact_id = :kept""")
                .param("absorbed", absorbed.value())
                .param("kept", kept.value())
                .param("ids", ids)
                .update();
    }
}
