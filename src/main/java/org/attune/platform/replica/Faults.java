package org.attune.platform.replica;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** What a failure says about the database it came from. */
final class Faults {

    static final String NO_REPLICA = "AT001";

    /** A replica gives up queries that need what the primary has cleared away. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private Faults() {}

    /** Whether the database said no, and not the domain. */
    static boolean isOfDatabase(Exception failure) {
        return failure instanceof TransactionException || sqlIn(failure) != null;
    }

    static boolean isConflictWithReplay(String state) {
        return CONFLICTS.contains(state);
    }

    /** The SQLSTATE, which quotes nobody. */
    static String stateOf(Exception failure) {
        SQLException sql = sqlIn(failure);
        String state = sql == null ? null : sql.getSQLState();
        return state == null ? failure.getClass().getSimpleName() : state;
    }

    private static @Nullable SQLException sqlIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
