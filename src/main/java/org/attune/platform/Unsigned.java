package org.attune.platform;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that touch nothing of the trail's, many times a request, and are spared saying on whose behalf they are. */
public final class Unsigned {

    private static final String NAME = Unsigned.class.getName();

    private Unsigned() {}

    public static void mark(TransactionTemplate transactions) {
        transactions.setName(NAME);
    }

    static boolean is(TransactionExecution transaction) {
        return transaction.getTransactionName().equals(NAME);
    }
}
