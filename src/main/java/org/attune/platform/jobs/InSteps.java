package org.attune.platform.jobs;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Walks over however many things in the order of their ids, some at a time. Each step is work of its own, and done when it is done. */
public final class InSteps {

    /** Whoever works beside it wants a processor and a connection as well. */
    private static final int MOST_HANDS = 4;

    private final Function<UUID, List<UUID>> after;
    private UUID last = new UUID(0, 0);

    private InSteps(Function<UUID, List<UUID>> after) {
        this.after = after;
    }

    /**
     * @param after the next few behind an id; none at the end
     * @param work does what is to be done for them, and says for how many it did
     * @return for how many in all
     */
    public static int oneByOne(Function<UUID, List<UUID>> after, ToIntFunction<List<UUID>> work) {
        return new InSteps(after).all(work);
    }

    /**
     * As many steps at a time as there are processors. Their work must not wait for that of another: no two have any of the
     * things in common. Where one fails the others come to their end, and then it is thrown. Within a transaction, which others
     * would know nothing of, it stays with whoever is in it.
     */
    public static int together(Function<UUID, List<UUID>> after, ToIntFunction<List<UUID>> work) {
        InSteps steps = new InSteps(after);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return steps.all(work);
        }
        int hands = Math.min(MOST_HANDS, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(hands);
        try {
            List<CompletableFuture<Integer>> done = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> steps.all(work), threads))
                    .limit(hands)
                    .toList();
            CompletableFuture.allOf(done.toArray(CompletableFuture[]::new)).join();
            return done.stream().mapToInt(CompletableFuture::join).sum();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            threads.shutdown();
        }
    }

    private int all(ToIntFunction<List<UUID>> work) {
        int done = 0;
        for (List<UUID> step = next(); !step.isEmpty(); step = next()) {
            done += work.applyAsInt(step);
        }
        return done;
    }

    private synchronized List<UUID> next() {
        List<UUID> step = after.apply(last);
        if (!step.isEmpty()) {
            last = step.get(step.size() - 1);
        }
        return step;
    }
}
