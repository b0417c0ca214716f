package org.attune.platform.replica;

import java.sql.Connection;
import java.sql.SQLException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Around every reading transaction of a front door: takes it to the replica where the request may go there and the replica is far
 * enough. Whatever goes wrong there is done again on the primary, so that no page fails because of a replica.
 */
final class ReadElsewhere implements MethodInterceptor {

    private final Primary primary;
    private final Replica replica;
    private final Reads reads;

    ReadElsewhere(Primary primary, Replica replica, Reads reads) {
        this.primary = primary;
        this.replica = replica;
        this.reads = reads;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation read) throws Throwable {
        Reading reading = Reading.current().orElse(null);
        if (reading == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.proceed();
        }
        Connection there = reading.stays() == null ? connection(reading) : null;
        return there == null ? onPrimary(reading, read) : onReplica(reading, there, (ProxyMethodInvocation) read);
    }

    private @Nullable Object onPrimary(Reading reading, MethodInvocation read) throws Throwable {
        Because reason = reading.stays();
        reads.fromPrimary(reason == null ? Because.FAILED : reason);
        return read.proceed();
    }

    private @Nullable Object onReplica(Reading reading, Connection there, ProxyMethodInvocation read) throws Throwable {
        MethodInvocation again = read.invocableClone();
        reading.offer(there);
        try {
            Object found = read.proceed();
            reads.fromReplica();
            return found;
        } catch (Exception failure) {
            reading.takeBack();
            if (!Faults.isOfDatabase(failure)) {
                reads.fromReplica();
                throw failure;
            }
            replica.failed(failure);
        } finally {
            reading.takeBack();
        }
        reading.stay(Because.FAILED);
        return onPrimary(reading, again);
    }

    /** The mark is asked for once in a request: whatever could be known when it came, and what it may see, was settled before. */
    private @Nullable Connection connection(Reading reading) {
        try {
            LogSequenceNumber mark = reading.mark();
            if (mark == null) {
                mark = primary.mark();
                reading.mark(mark);
            }
            Replica.Way way = replica.to(mark);
            if (way.none() != null) {
                reading.stay(way.none());
            }
            return way.connection();
        } catch (SQLException primaryFailed) {
            reading.stay(Because.FAILED);
            return null;
        }
    }
}
