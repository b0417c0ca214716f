package org.attune.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Brings sheets to the database while the next are being written. */
final class Copying {

    private static final int WAITING = 6;
    private static final int LOOK_EVERY = 200;

    private record Load(String copy, byte[] bytes) {}

    private static final Load END = new Load("", new byte[0]);

    private final BlockingQueue<Load> loads = new ArrayBlockingQueue<>(WAITING);
    private final CompletableFuture<Void> done;

    Copying(Connection connection) throws SQLException {
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        this.done = CompletableFuture.runAsync(() -> work(manager), task -> {
            Thread thread = new Thread(task, "sample copy");
            thread.setDaemon(true);
            thread.start();
        });
    }

    void add(Sheet sheet, byte[] bytes) {
        put(new Load(sheet.copy(), bytes));
    }

    /** Waits until all of it is there. */
    void end() {
        put(END);
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void put(Load load) {
        try {
            while (!loads.offer(load, LOOK_EVERY, TimeUnit.MILLISECONDS)) {
                if (done.isCompletedExceptionally()) {
                    done.join();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void work(CopyManager manager) {
        try {
            for (Load load = loads.take(); load != END; load = loads.take()) {
                manager.copyIn(load.copy(), new ByteArrayInputStream(load.bytes()));
            }
        } catch (SQLException | IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
