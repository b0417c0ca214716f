package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An earlier response that nearly says the same, to somebody else.
 *
 * @param toldTo those it was given to whom the viewer sees
 */
public record Alike(TurnRef turn, String words, @Nullable String toldTo, Instant saidAt) {

    /** Who took part in the conversation of turn {@code t}, as far as the viewer sees them. */
    static final String TOLD_TO = """
            (select string_agg(c.name, ', ' order by c.sort_name, c.id)
               from participant p join seen_contact(:viewer) c on c.id = p.contact_id
              where p.conversation_id = t.conversation_id)""";

    static Alike read(ResultSet row, int n) throws SQLException {
        return new Alike(
                new TurnRef(Rows.turn(row, "id"), Rows.conversation(row, "conversation_id"), row.getInt("seq")),
                row.getString("words"),
                row.getString("told_to"),
                Rows.instant(row, "said_at"));
    }
}
