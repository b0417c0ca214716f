package org.attune.needs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/** Reads what several queries of this module have in their rows. */
final class NeedRows {

    private NeedRows() {}

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable TurnId turn(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new TurnId(id);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }

    static @Nullable Instant momentOrNone(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /** From the columns low, high, currency and per, behind a prefix. */
    static @Nullable Cost cost(ResultSet row, String prefix) throws SQLException {
        BigDecimal low = row.getBigDecimal(prefix + "low");
        if (low == null) {
            return null;
        }
        return new Cost(
                low,
                row.getBigDecimal(prefix + "high"),
                row.getString(prefix + "currency"),
                NeedWords.in(Per.class, row.getString(prefix + "per")));
    }

    static @Nullable UUID value(@Nullable TurnId turn) {
        return turn == null ? null : turn.value();
    }
}
