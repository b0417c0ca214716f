package org.attune.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What several parts of a page ask is read once: as long as a transaction that only reads lasts, whoever asks again is given the
 * answer of the first time. Where something may be written, and outside of transactions, it is read each time. Nothing is kept for
 * longer than that, so nobody sees what they may see no more.
 */
@Component
public class ReadOnce {

    /** What was read in one transaction. Another one within it has its own. */
    private static final class Answers implements TransactionSynchronization {

        private final Map<Record, Object> answers = new HashMap<>();
        private final ReadOnce key;

        Answers(ReadOnce key) {
            this.key = key;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }

    /** @param question all the answer depends on; a record of its own for whoever asks, which is what the type of the answer hangs on */
    @SuppressWarnings("unchecked")
    public <T> T get(Record question, Supplier<T> read) {
        if (!isReading()) {
            return read.get();
        }
        Map<Record, Object> answers = inThisTransaction().answers;
        Object before = answers.get(question);
        if (before != null) {
            return (T) before;
        }
        T answer = read.get();
        answers.put(question, answer);
        return answer;
    }

    /** What was read together with something else. */
    public void know(Record question, Object answer) {
        if (isReading()) {
            inThisTransaction().answers.put(question, answer);
        }
    }

    static boolean isReading() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    private Answers inThisTransaction() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Answers there) {
            return there;
        }
        Answers none = new Answers(this);
        TransactionSynchronizationManager.bindResource(this, none);
        TransactionSynchronizationManager.registerSynchronization(none);
        return none;
    }
}
