package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Something heard, quoted outside its conversation.
 *
 * @param words none once they were erased
 */
public record Heard(
        TurnRef turn,
        ContactId speaker,
        String speakerName,
        @Nullable String words,
        Exactness exactness,
        Instant saidAt) {

    /** Reads the columns {@code turn_id, conversation_id, seq, speaker, given_name, name, words, exactness, said_at}. */
    static Heard read(ResultSet row) throws SQLException {
        String given = row.getString("given_name");
        return new Heard(
                new TurnRef(Rows.turn(row, "turn_id"), Rows.conversation(row, "conversation_id"), row.getInt("seq")),
                Rows.contact(row, "speaker"),
                given.isBlank() ? row.getString("name") : given,
                row.getString("words"),
                Objects.requireNonNull(Rows.maybeNamed(Exactness.class, row, "exactness")),
                Rows.instant(row, "said_at"));
    }
}
