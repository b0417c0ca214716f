package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a merged contact said and took part in becomes that of the one who is kept. Where both were in the same
 * conversation the absorbed one stays among its participants, unseen, and their words are spoken by the one who is kept.
 */
@Component
@Order(ConversationsFollowMerge.ORDER)
class ConversationsFollowMerge implements FollowsMerge {

    static final int ORDER = 400;

    private static final String PARTICIPANT = "participant";
    private static final String LEAD = "conversation";

    /** Rows that name a contact in one column and conflict with nothing. */
    private static final Map<String, String> COLUMNS = Map.of(
            "turn", "speaker_id",
            "proposed_turn", "speaker_id",
            "assumption", "contact_id",
            "hunch", "contact_id",
            "research_note", "contact_id");

    private final JdbcClient jdbc;

    ConversationsFollowMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MovedRow> follow(ContactId absorbed, ContactId kept) {
        List<MovedRow> moved = new ArrayList<>();
        waitForTurns(absorbed);
        move("""
                update participant p set contact_id = :to where contact_id = :from and not exists (
                  select from participant k where k.conversation_id = p.conversation_id and k.contact_id = :to)
                returning conversation_id""", absorbed, kept).forEach(id -> moved.add(MovedRow.of(PARTICIPANT, "conversation_id", id)));
        move("update conversation set lead_id = :to where lead_id = :from returning id", absorbed, kept)
                .forEach(id -> moved.add(MovedRow.of(LEAD, "id", id)));
        COLUMNS.forEach((table, column) -> move(
                        "update %s set %s = :to where %s = :from returning id".formatted(table, column, column),
                        absorbed,
                        kept)
                .forEach(id -> moved.add(MovedRow.of(table, "id", id))));
        return moved;
    }

    @Override
    public void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows) {
        waitForTurns(kept);
        // Whoever is to speak again has to be there first; whoever has nothing left to say there goes last.
        each(rows, PARTICIPANT, "conversation_id", absorbed, kept, """
                insert into participant (conversation_id, contact_id, joined_at)
                select conversation_id, :to, joined_at from participant
                 where conversation_id in (:ids) and contact_id = :from on conflict do nothing""");
        each(
                rows,
                LEAD,
                "id",
                absorbed,
                kept,
                "update conversation set lead_id = :to where id in (:ids) and lead_id = :from");
        COLUMNS.forEach((table, column) -> each(
                rows,
                table,
                "id",
                absorbed,
                kept,
                "update %s set %s = :to where id in (:ids) and %s = :from".formatted(table, column, column)));
        each(rows, PARTICIPANT, "conversation_id", absorbed, kept, """
                delete from participant p where p.conversation_id in (:ids) and p.contact_id = :from
                   and not exists (select from turn t where t.conversation_id = p.conversation_id and t.speaker_id = :from)
                   and not exists (select from proposed_turn q where q.conversation_id = p.conversation_id and q.speaker_id = :from)""");
    }

    /** Who logs a turn takes its conversation first, and then the participant; the other way round both would wait. */
    private void waitForTurns(ContactId contact) {
        jdbc.sql("""
                        select id from conversation
                         where id in (select conversation_id from participant where contact_id = :contact)
                         order by id for update""").param("contact", contact.value()).query(UUID.class).list();
    }

    private List<UUID> move(String sql, ContactId from, ContactId to) {
        return jdbc.sql(sql)
                .param("from", from.value())
                .param("to", to.value())
                .query(UUID.class)
                .list();
    }

    private void each(
            List<MovedRow> rows, String table, String column, ContactId absorbed, ContactId kept, String sql) {
        List<UUID> ids = rows.stream()
                .filter(row -> row.isOf(table))
                .map(row -> row.uuid(column))
                .toList();
        if (!ids.isEmpty()) {
            jdbc.sql(sql)
                    .param("from", kept.value())
                    .param("to", absorbed.value())
                    .param("ids", ids)
                    .update();
        }
    }
}
