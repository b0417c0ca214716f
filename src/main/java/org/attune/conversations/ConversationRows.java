package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps conversations. A row that is going to change stays locked until the transaction ends. */
@Component
class ConversationRows {

    private final JdbcClient jdbc;

    ConversationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locked, among those the viewer may read. */
    Conversation lock(Viewer viewer, ConversationId id) {
        return locked("exists (select from seen_conversation(:viewer) s where s.id = v.id)", viewer, id);
    }

    /** Locked, for what only the owner does, and whoever works with one of its people. */
    Conversation lockTended(Viewer viewer, ConversationId id) {
        return locked("""
                exists (select from seen_conversation(:viewer) s where s.id = v.id)
                   and (v.owner_id = :viewer or exists (
                       select from participant p join tended_contact(:viewer) c on c.id = p.contact_id
                        where p.conversation_id = v.id))""", viewer, id);
    }

    private Conversation locked(String among, Viewer viewer, ConversationId id) {
        return jdbc.sql("select v.* from conversation v where v.id = :id and " + among + " for no key update of v")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(ConversationRows::conversation)
                .optional()
                .orElseThrow(() -> new NotSeen("conversation " + id.value()));
    }

    /** @return false where there is a conversation of this id already */
    boolean insert(Conversation conversation, UUID team, List<ContactId> participants) {
        int made = jdbc.sql("""
                        insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, planned_for,
                               planned_minutes, asked_for, happened_at, minutes, visibility, worked_on_at, logged_at)
                        values (:id, :owner, :team, :lead, :hat, :channel, :startedBy, :state, :plannedFor,
                               :plannedMinutes, :askedFor, :happenedAt, :minutes, :visibility, :workedOn, :loggedAt)
                        on conflict (id) do nothing""")
                .param("id", conversation.id.value())
                .param("owner", conversation.owner.value())
                .param("team", team)
                .param("lead", conversation.lead.value())
                .param("hat", Rows.word(conversation.hat))
                .param("channel", Rows.word(conversation.channel))
                .param("startedBy", Rows.word(conversation.startedBy))
                .param("state", Rows.word(conversation.state))
                .param("plannedFor", Rows.maybeAt(conversation.plannedFor))
                .param("plannedMinutes", conversation.plannedMinutes)
                .param("askedFor", conversation.askedFor)
                .param("happenedAt", Rows.maybeAt(conversation.happenedAt))
                .param("minutes", conversation.minutes)
                .param("visibility", Rows.word(conversation.visibility))
                .param("workedOn", Rows.at(conversation.workedOnAt))
                .param("loggedAt", Rows.at(conversation.loggedAt))
                .update();
        if (made == 1) {
            participants.forEach(contact -> join(conversation.id, contact));
        }
        return made == 1;
    }

    /** @return false where they were in it already */
    boolean join(ConversationId conversation, ContactId contact) {
        return jdbc.sql("""
                        insert into participant (conversation_id, contact_id) values (:conversation, :contact)
                        on conflict do nothing""")
                        .param("conversation", conversation.value())
                        .param("contact", contact.value())
                        .update()
                == 1;
    }

    /** Without whoever was merged into somebody who was in it too, and stays there unseen. */
    List<ContactId> participants(ConversationId conversation) {
        return jdbc.sql("""
                        select p.contact_id from participant p join contact c on c.id = p.contact_id and c.merged_into is null
                         where p.conversation_id = :id order by p.joined_at, p.contact_id""")
                .param("id", conversation.value())
                .query((row, n) -> Rows.contact(row, "contact_id"))
                .list();
    }

    void save(Conversation conversation) {
        jdbc.sql("""
                        update conversation
                           set hat = :hat, channel = :channel, started_by = :startedBy, state = :state,
                               happened_at = :happenedAt, minutes = :minutes, outcome = :outcome, talked_more = :talkedMore,
                               built = :built, moved = :moved, visibility = :visibility, complete = :complete, note = :note,
                               ended_at = :endedAt, ended_by = :endedBy, worked_on_at = :workedOn, version = version + 1
                         where id = :id""")
                .param("hat", Rows.word(conversation.hat))
                .param("channel", Rows.word(conversation.channel))
                .param("startedBy", Rows.word(conversation.startedBy))
                .param("state", Rows.word(conversation.state))
                .param("happenedAt", Rows.maybeAt(conversation.happenedAt))
                .param("minutes", conversation.minutes)
                .param("outcome", Rows.maybeWord(conversation.outcome))
                .param("talkedMore", Rows.maybeWord(conversation.talkedMore))
                .param("built", conversation.built)
                .param("moved", conversation.moved)
                .param("visibility", Rows.word(conversation.visibility))
                .param("complete", conversation.complete)
                .param("note", conversation.note)
                .param("endedAt", Rows.maybeAt(conversation.endedAt))
                .param("endedBy", conversation.endedBy == null ? null : conversation.endedBy.value())
                .param("workedOn", Rows.at(conversation.workedOnAt))
                .param("id", conversation.id.value())
                .update();
    }

    private static Conversation conversation(ResultSet row, int n) throws SQLException {
        Conversation conversation = new Conversation(
                Rows.conversation(row, "id"),
                Rows.user(row, "owner_id"),
                Rows.contact(row, "lead_id"),
                Rows.named(Hat.class, row, "hat"),
                Rows.named(Channel.class, row, "channel"),
                Rows.named(StartedBy.class, row, "started_by"),
                Rows.named(ConversationState.class, row, "state"),
                Rows.named(Visibility.class, row, "visibility"),
                Rows.instant(row, "logged_at"),
                Rows.instant(row, "worked_on_at"));
        conversation.plannedFor = Rows.maybeInstant(row, "planned_for");
        conversation.plannedMinutes = Rows.maybeInt(row, "planned_minutes");
        conversation.askedFor = row.getBoolean("asked_for");
        conversation.happenedAt = Rows.maybeInstant(row, "happened_at");
        conversation.minutes = Rows.maybeInt(row, "minutes");
        conversation.outcome = Rows.maybeNamed(Outcome.class, row, "outcome");
        conversation.talkedMore = Rows.maybeNamed(TalkedMore.class, row, "talked_more");
        conversation.built = row.getBoolean("built");
        conversation.moved = row.getBoolean("moved");
        conversation.complete = row.getBoolean("complete");
        conversation.note = row.getString("note");
        conversation.endedAt = Rows.maybeInstant(row, "ended_at");
        conversation.endedBy = maybeUser(row, "ended_by");
        conversation.version = row.getInt("version");
        return conversation;
    }

    private static @Nullable UserId maybeUser(ResultSet row, String column) throws SQLException {
        UUID id = Rows.maybeId(row, column);
        return id == null ? null : new UserId(id);
    }
}
