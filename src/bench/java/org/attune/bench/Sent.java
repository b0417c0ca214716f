package org.attune.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the application sent it.
 *
 * @param rounds what it was given, as often as it was sent in one go
 */
record Sent(String sql, List<List<Given>> rounds) {

    private static final Pattern WRITES =
            Pattern.compile("\\b(insert\\s+into|update|delete\\s+from)\\b", Pattern.CASE_INSENSITIVE);

    /** Something a statement was given: which method of the driver took it, and with what. */
    record Given(Method method, List<@Nullable Object> arguments) {}

    /** An array, which belongs to the connection it was made by. */
    record Elements(String type, Object elements) {}

    /** Whether it can be explained: it reads, or writes rows. */
    boolean isExplainable() {
        String begin = sql.stripLeading().toLowerCase();
        return rounds.size() == 1
                && (begin.startsWith("select")
                        || begin.startsWith("with")
                        || begin.startsWith("insert")
                        || begin.startsWith("update")
                        || begin.startsWith("delete"));
    }

    /** Whether it only reads: asked twice it answers the same. */
    boolean reads() {
        return isExplainable() && !WRITES.matcher(sql).find();
    }

    /** @param instead ids that are others this time */
    void give(PreparedStatement statement, List<Given> round, Map<UUID, UUID> instead) throws SQLException {
        for (Given one : round) {
            Object[] arguments = one.arguments().toArray();
            for (int n = 1; n < arguments.length; n++) {
                arguments[n] = translated(arguments[n], instead, statement.getConnection());
            }
            call(one.method(), statement, arguments);
        }
    }

    private static @Nullable Object translated(
            @Nullable Object argument, Map<UUID, UUID> instead, Connection connection) throws SQLException {
        if (argument instanceof UUID id) {
            return instead.getOrDefault(id, id);
        }
        if (argument instanceof String text && text.length() == 36) {
            for (Map.Entry<UUID, UUID> one : instead.entrySet()) {
                if (text.equals(one.getKey().toString())) {
                    return one.getValue().toString();
                }
            }
        }
        if (argument instanceof Elements array) {
            return connection.createArrayOf(array.type(), (Object[]) array.elements());
        }
        return argument;
    }

    private static void call(Method method, PreparedStatement statement, @Nullable Object[] arguments)
            throws SQLException {
        try {
            method.invoke(statement, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
