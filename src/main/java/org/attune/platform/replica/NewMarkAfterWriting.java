package org.attune.platform.replica;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Whoever writes in a request wants to find that in the rest of it. */
final class NewMarkAfterWriting implements TransactionExecutionListener {

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (!transaction.isReadOnly()) {
            Reading.current().ifPresent(Reading::forgetMark);
        }
    }
}
