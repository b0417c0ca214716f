package org.attune.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** Reads turns as evidence. */
final class PieceRows {

    /** Of a turn {@code t} and, where it has one, its speaker {@code s}. */
    static final String COLUMNS = """
            t.id as turn_id, t.conversation_id, t.seq, t.kind, t.speaker_id, s.given_name as speaker_given,
            s.name as speaker_name, t.words, t.exactness, t.said_at, t.logged_at, erased_mark(t.erased_at, t.forgotten) as erased_as""";

    private PieceRows() {}

    static Piece piece(ResultSet row, @Nullable String excerpt) throws SQLException {
        UUID speaker = row.getObject("speaker_id", UUID.class);
        String given = row.getString("speaker_given");
        return new Piece(
                new TurnId(row.getObject("turn_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getInt("seq"),
                row.getString("kind"),
                speaker == null ? null : new ContactId(speaker),
                given == null || given.isBlank() ? row.getString("speaker_name") : given,
                row.getString("words"),
                excerpt,
                row.getString("exactness"),
                instant(row, "said_at"),
                instant(row, "logged_at"),
                row.getString("erased_as"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class), column);
    }

    static @Nullable UUID maybeUuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
    }

    static @Nullable Instant instantOrNone(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
