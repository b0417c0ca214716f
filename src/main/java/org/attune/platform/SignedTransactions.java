package org.attune.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database at the beginning of each transaction that may write on whose behalf it is, for as long as it lasts. The
 * triggers of the trail read it there, so that no module has to say who is acting, and none can forget to.
 */
@Component
class SignedTransactions implements TransactionExecutionListener {

    private static final String SIGN = """
            select set_config('attune.how', ?, true), set_config('attune.actor', ?, true),
                   set_config('attune.request', ?, true), set_config('attune.address', ?, true),
                   set_config('attune.agent', ?, true)""";

    private final JdbcOperations jdbc;

    SignedTransactions(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && !transaction.isReadOnly() && !Unsigned.is(transaction)) {
            Acting acting = Acting.current().orElse(null);
            if (acting == null) {
                sign("self", "", "", "", "");
            } else {
                String user = acting.user() == null ? "" : acting.user().toString();
                sign("page", user, acting.request(), acting.address(), acting.agent());
            }
        }
    }

    private void sign(Object... who) {
        jdbc.query(SIGN, row -> {}, who);
    }
}
