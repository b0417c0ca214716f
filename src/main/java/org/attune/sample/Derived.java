package org.attune.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.attune.platform.jobs.Rebuildable;

/**
 * Lets every part of Attune make the rows it derives, as {@code rebuild} would: first what the others read, then the longest, several
 * at a time. A card carries how somebody is doing, and a conversation's whether it is measured, so those come one after the other and never wait
 * for each other's rows.
 */
final class Derived {

    private static final List<String> LONGEST_FIRST = List.of("health", "measures", "nurture", "talks", "themes");
    private static final String FIRST = "sums";
    private static final Map<String, String> AFTER = Map.of("cards", "health", "time", "measures");
    private static final int LOOK_EVERY = 5;

    /** Two of them have several hands of their own, and each wants a connection. */
    private static final int MOST_AT_ONCE = 4;

    private final List<Rebuildable> all;
    private final int atOnce;

    Derived(List<Rebuildable> all) {
        this.all = new ArrayList<>(all);
        this.all.sort(Comparator.comparingInt(one -> LONGEST_FIRST.indexOf(one.rows())));
        this.atOnce = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    }

    /** @param done hears how much of it is done, from 0 to 1 */
    void make(Connection connection, long contacts, long talks, Consumer<Double> done) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        all.stream().filter(one -> one.rows().equals(FIRST)).forEach(Rebuildable::rebuildAll);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            CompletableFuture<?> ended = CompletableFuture.allOf(all.stream()
                    .filter(one -> !AFTER.containsKey(one.rows()) && !one.rows().equals(FIRST))
                    .map(one -> CompletableFuture.runAsync(() -> madeBy(one), threads))
                    .toArray(CompletableFuture[]::new));
            while (!isOver(ended)) {
                done.accept(done(connection) / (2.0 * contacts + talks));
            }
        } finally {
            threads.shutdown();
        }
    }

    private void madeBy(Rebuildable one) {
        one.rebuildAll();
        all.stream().filter(next -> one.rows().equals(AFTER.get(next.rows()))).forEach(Rebuildable::rebuildAll);
    }

    private static boolean isOver(CompletableFuture<?> ended) {
        try {
            ended.get(LOOK_EVERY, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long done(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select (select count(*) from contact_card) + (select count(*) from conversation_measure)
                             + (select count(*) from contact_health h
                                 where h.day >= (select (now() at time zone o.zone)::date from organisation o))""")) {
            found.next();
            return found.getLong(1);
        }
    }
}
