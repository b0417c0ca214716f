package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.attune.access.Hat;
import org.attune.access.Viewer;

/** How a row is read into a view of a conversation. */
final class ConversationReading {

    private ConversationReading() {}

    /** @param people those of the rows before; the last row of a conversation knows all of them */
    static ConversationView next(ResultSet row, List<ParticipantView> people, Viewer viewer, Instant now)
            throws SQLException {
        if (row.getObject("contact_id") != null) {
            people.add(participant(row));
        }
        return conversation(row, people, viewer, now);
    }

    private static ConversationView conversation(
            ResultSet row, List<ParticipantView> participants, Viewer viewer, Instant now) throws SQLException {
        boolean mine = viewer.id().equals(Rows.user(row, "owner_id"));
        ConversationState state = Rows.named(ConversationState.class, row, "state");
        Instant endedAt = Rows.maybeInstant(row, "ended_at");
        return new ConversationView(
                Rows.conversation(row, "id"),
                participants,
                row.getInt("participants") - participants.size(),
                Rows.user(row, "owner_id"),
                row.getString("owner_name"),
                Rows.named(Hat.class, row, "hat"),
                Rows.named(Channel.class, row, "channel"),
                Rows.named(StartedBy.class, row, "started_by"),
                state,
                Rows.maybeInstant(row, "planned_for"),
                Rows.maybeInt(row, "planned_minutes"),
                row.getBoolean("asked_for"),
                Rows.maybeInstant(row, "happened_at"),
                Rows.maybeInt(row, "minutes"),
                Rows.instant(row, "logged_at"),
                Rows.maybeNamed(Outcome.class, row, "outcome"),
                Rows.maybeNamed(TalkedMore.class, row, "talked_more"),
                row.getBoolean("built"),
                row.getBoolean("moved"),
                Rows.named(Visibility.class, row, "visibility"),
                row.getBoolean("complete"),
                row.getString("note"),
                endedAt,
                row.getInt("heard_turns") + row.getInt("our_turns"),
                row.getInt("heard_turns"),
                row.getInt("our_turns"),
                row.getInt("their_words"),
                row.getInt("our_words"),
                row.getInt("last_seq"),
                Rows.maybeInstant(row, "last_heard_at"),
                mine,
                row.getBoolean("tended"),
                row.getBoolean("tended") && state.goesOn(),
                mine && Conversation.mayReopen(state, endedAt, now),
                row.getInt("version"));
    }

    private static ParticipantView participant(ResultSet row) throws SQLException {
        return new ParticipantView(
                Rows.contact(row, "contact_id"),
                row.getString("contact_name"),
                row.getString("given_name"),
                row.getString("pronoun"),
                row.getBoolean("lead"),
                row.getInt("heard"),
                Rows.instant(row, "joined_at"));
    }
}
