package org.attune.platform.replica;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.Ordered;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.function.SingletonSupplier;

/** Everything that says {@code @Transactional(readOnly = true)}, outside of the transaction that it begins. */
final class ReadingTransactions extends StaticMethodMatcherPointcutAdvisor {

    private static final long serialVersionUID = 1L;

    private final transient TransactionAttributeSource transactions;

    /** @param reading made when it is first needed, as this is there before the database is */
    ReadingTransactions(TransactionAttributeSource transactions, Supplier<MethodInterceptor> reading) {
        this.transactions = transactions;
        Supplier<MethodInterceptor> once = SingletonSupplier.of(reading);
        setAdvice((MethodInterceptor) call -> once.get().invoke(call));
        setOrder(Ordered.HIGHEST_PRECEDENCE);
        setClassFilter(transactions::isCandidateClass);
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        TransactionAttribute transaction = transactions.getTransactionAttribute(method, type);
        return transaction != null && transaction.isReadOnly();
    }
}
