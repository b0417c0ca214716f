package org.attune.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@link Facts}: what its columns say depends on its kind. */
record Fact(
        @Nullable UUID contact,
        String what,
        @Nullable UUID maybeId,
        @Nullable UUID ref,
        @Nullable LocalDate maybeDay,
        @Nullable LocalDate maybeKnown,
        @Nullable LocalDate other,
        @Nullable LocalDate further,
        @Nullable Instant maybeAt,
        @Nullable String word,
        @Nullable Long a,
        @Nullable Long b,
        long c,
        long d) {

    static Fact of(ResultSet row, int n) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new Fact(
                row.getObject("contact_id", UUID.class),
                Objects.requireNonNull(row.getString("what")),
                row.getObject("id", UUID.class),
                row.getObject("ref", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("known", LocalDate.class),
                row.getObject("other", LocalDate.class),
                row.getObject("further", LocalDate.class),
                at == null ? null : at.toInstant(),
                row.getString("word"),
                row.getObject("a", Long.class),
                row.getObject("b", Long.class),
                row.getLong("c"),
                row.getLong("d"));
    }

    UUID id() {
        return Objects.requireNonNull(maybeId);
    }

    LocalDate day() {
        return Objects.requireNonNull(maybeDay);
    }

    LocalDate known() {
        return Objects.requireNonNull(maybeKnown);
    }

    Instant at() {
        return Objects.requireNonNull(maybeAt);
    }

    String name() {
        return Objects.requireNonNull(word);
    }

    int intA() {
        return Math.toIntExact(Objects.requireNonNull(a));
    }

    int intB() {
        return Math.toIntExact(Objects.requireNonNull(b));
    }

    boolean is(String kind) {
        return what.equals(kind);
    }
}
