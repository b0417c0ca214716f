package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** A turn as it is read for a page, before what belongs to it is attached. */
record TurnRow(
        TurnId id,
        ConversationId conversation,
        int seq,
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable String speakerName,
        Hat hat,
        @Nullable String words,
        @Nullable Exactness exactness,
        @Nullable String understanding,
        Instant saidAt,
        Instant loggedAt,
        UserId loggedBy,
        String loggedByName,
        int wordCount,
        @Nullable Instant erasedAt,
        boolean evidence,
        boolean editable,
        int version,
        @Nullable TurnRef follows) {

    /** Ends in {@code where}; the speaker is named only where the viewer sees them. */
    static final String SELECT = """
            select t.*, s.given_name, s.name as speaker_name, u.name as logged_by_name,
                   f.conversation_id as follows_conversation, f.seq as follows_seq,
                   exists (select from evidence e where e.turn_id = t.id) as is_evidence,
                   (t.logged_by = :viewer or v.owner_id = :viewer) and t.logged_at >= :dayAgo as in_time
              from seen_turn(:viewer) t
              join conversation v on v.id = t.conversation_id
              join app_user u on u.id = t.logged_by
              left join seen_contact(:viewer) s on s.id = t.speaker_id
              left join turn f on f.id = t.follows_id
             where
            """;

    static TurnRow read(ResultSet row, int n) throws SQLException {
        boolean evidence = row.getBoolean("is_evidence");
        Instant erasedAt = Rows.maybeInstant(row, "erased_at");
        return new TurnRow(
                Rows.turn(row, "id"),
                Rows.conversation(row, "conversation_id"),
                row.getInt("seq"),
                Rows.named(TurnKind.class, row, "kind"),
                Rows.maybeContact(row, "speaker_id"),
                called(row),
                Rows.named(Hat.class, row, "hat"),
                row.getString("words"),
                Rows.maybeNamed(Exactness.class, row, "exactness"),
                row.getString("understanding"),
                Rows.instant(row, "said_at"),
                Rows.instant(row, "logged_at"),
                Rows.user(row, "logged_by"),
                row.getString("logged_by_name"),
                row.getInt("word_count"),
                erasedAt,
                evidence,
                row.getBoolean("in_time") && !evidence && erasedAt == null,
                row.getInt("version"),
                follows(row));
    }

    private static @Nullable String called(ResultSet row) throws SQLException {
        String given = row.getString("given_name");
        return given == null || given.isBlank() ? row.getString("speaker_name") : given;
    }

    private static @Nullable TurnRef follows(ResultSet row) throws SQLException {
        TurnId id = Rows.maybeTurn(row, "follows_id");
        return id == null
                ? null
                : new TurnRef(id, Rows.conversation(row, "follows_conversation"), row.getInt("follows_seq"));
    }
}
