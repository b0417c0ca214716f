package org.attune.offers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What they decided, when, and why in their words. */
public record DecisionView(
        DecisionKind kind,
        LocalDate onDay,
        @Nullable String reason,
        @Nullable LocalDate askAgainOn,
        String notedBy,
        Instant notedAt) {

    static final String SELECT = """
            select d.kind, d.on_day, d.reason, d.ask_again_on, u.name as noted_by, d.noted_at
              from decision d join app_user u on u.id = d.noted_by""";

    static DecisionView read(ResultSet row, int number) throws SQLException {
        Date again = row.getDate("ask_again_on");
        return new DecisionView(
                DecisionKind.of(row.getString("kind")),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason"),
                again == null ? null : again.toLocalDate(),
                row.getString("noted_by"),
                PieceRows.instant(row, "noted_at"));
    }

    boolean sameAs(DecideOffer decision) {
        return kind == decision.kind()
                && onDay.equals(decision.onDay())
                && Objects.equals(reason, decision.reason())
                && Objects.equals(askAgainOn, decision.askAgainOn());
    }

    String toCompare() {
        return kind.code() + ", " + onDay + (reason == null ? "" : ": " + reason);
    }
}
