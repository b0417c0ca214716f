package org.attune.access.web;

import java.util.function.Supplier;
import org.attune.platform.Unsigned;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions are written in transactions of their own. Finding one, which every request does, is a single statement and goes
 * without: ending a transaction is a way to the database of its own.
 */
final class SessionTransactions implements TransactionOperations {

    private final TransactionTemplate own;
    private final ThreadLocal<Boolean> reading = ThreadLocal.withInitial(() -> false);

    SessionTransactions(PlatformTransactionManager transactions) {
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Unsigned.mark(own);
    }

    <T> @Nullable T without(Supplier<@Nullable T> work) {
        reading.set(true);
        try {
            return work.get();
        } finally {
            reading.set(false);
        }
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        return reading.get() ? TransactionOperations.withoutTransaction().execute(work) : own.execute(work);
    }
}
