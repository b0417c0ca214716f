package org.attune.platform;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread beside the requests, for what nobody waits for: one thing after the other. What is too much for it is let go. */
public final class Aside implements AutoCloseable {

    private static final int PATIENCE = 15;

    private final ThreadPoolExecutor thread;

    /** @param waiting how many things may wait for their turn */
    public Aside(String name, int waiting) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                work -> {
                    Thread worker = new Thread(work, name);
                    worker.setDaemon(true);
                    return worker;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Whoever asked for it is who it is done for. */
    public void run(Runnable work) {
        Acting whose = Acting.current().orElse(null);
        thread.execute(() -> {
            if (whose != null) {
                Acting.begin(whose);
            }
            try {
                work.run();
            } finally {
                Acting.end();
            }
        });
    }

    /** What is under way may come to its end; what waits is let go. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
