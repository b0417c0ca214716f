package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.platform.ManyIds;
import org.jspecify.annotations.Nullable;

/** How the words of this module stand in rows. */
final class Rows {

    private Rows() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String maybeWord(@Nullable Enum<?> value) {
        return value == null ? null : word(value);
    }

    static <E extends Enum<E>> E named(Class<E> type, ResultSet row, String column) throws SQLException {
        return named(type, row.getString(column));
    }

    static <E extends Enum<E>> E named(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E>> @Nullable E maybeNamed(Class<E> type, ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? null : named(type, word);
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable UUID maybeId(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static ConversationId conversation(ResultSet row, String column) throws SQLException {
        return new ConversationId(id(row, column));
    }

    static TurnId turn(ResultSet row, String column) throws SQLException {
        return new TurnId(id(row, column));
    }

    static @Nullable TurnId maybeTurn(ResultSet row, String column) throws SQLException {
        UUID id = maybeId(row, column);
        return id == null ? null : new TurnId(id);
    }

    static ContactId contact(ResultSet row, String column) throws SQLException {
        return new ContactId(id(row, column));
    }

    static @Nullable ContactId maybeContact(ResultSet row, String column) throws SQLException {
        UUID id = maybeId(row, column);
        return id == null ? null : new ContactId(id);
    }

    static UserId user(ResultSet row, String column) throws SQLException {
        return new UserId(id(row, column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Integer maybeInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static Timestamp at(Instant moment) {
        return Timestamp.from(kept(moment));
    }

    static @Nullable Timestamp maybeAt(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    /** A moment as exactly as the database keeps it. */
    static Instant kept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant maybeKept(@Nullable Instant moment) {
        return moment == null ? null : kept(moment);
    }

    static List<UUID> contacts(Collection<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toList();
    }

    static UUID[] many(Collection<TurnId> turns) {
        return ManyIds.of(turns(turns));
    }

    static List<UUID> turns(Collection<TurnId> turns) {
        return turns.stream().map(TurnId::value).toList();
    }
}
