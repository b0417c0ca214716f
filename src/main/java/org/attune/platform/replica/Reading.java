package org.attune.platform.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;

/**
 * A request on this thread that may read from the replica: how new what it reads has to be, and whether something came up that keeps
 * it on the primary to its end.
 */
final class Reading {

    private static final ThreadLocal<@Nullable Reading> CURRENT = new ThreadLocal<>();

    private @Nullable LogSequenceNumber mark;
    private @Nullable Connection offered;
    private @Nullable Because stays;

    private Reading() {}

    static void begin() {
        CURRENT.set(new Reading());
    }

    static Optional<Reading> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    static void end() {
        CURRENT.remove();
    }

    @Nullable
    LogSequenceNumber mark() {
        return mark;
    }

    void mark(LogSequenceNumber primaryHad) {
        mark = primaryHad;
    }

    /** It has written meanwhile, and reads that as well. */
    void forgetMark() {
        mark = null;
    }

    /** From here to its end the request asks the primary. */
    void stay(Because reason) {
        stays = stays == null ? reason : stays;
    }

    @Nullable
    Because stays() {
        return stays;
    }

    /** To the transaction that begins next. */
    void offer(Connection toReplica) {
        offered = toReplica;
    }

    /** Once: what is nested inside, in a transaction of its own, asks the primary. */
    @Nullable
    Connection take() {
        Connection taken = offered;
        offered = null;
        return taken;
    }

    /** If nobody needed it. */
    void takeBack() throws SQLException {
        Connection unused = take();
        if (unused != null) {
            unused.close();
        }
    }
}
