package org.attune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells when one transaction has come so far that it waits for another: so a test that holds two against each other needs no clock. */
@Component
public class Waits {

    private final JdbcClient jdbc;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By which others know the transaction of whoever asks. */
    public int backend() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    /** @param doing what has to wait, and must not be done before */
    public void untilSomebodyWaitsFor(int holding, CompletableFuture<?> doing) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!somebodyWaitsFor(holding)) {
            assertThat(doing).as("waits for the other").isNotDone();
            assertThat(System.nanoTime()).as("waits in time").isLessThan(end);
        }
    }

    private boolean somebodyWaitsFor(int holding) {
        return jdbc.sql("""
                        select exists (select from pg_locks w
                                        where not w.granted and :holding = any (pg_blocking_pids(w.pid)))""").param("holding", holding).query(Boolean.class).single();
    }
}
