package org.attune.health;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the health of those about whom something changed, in the same transaction: once, at its end, however much changed. That
 * is also the place for its lock, since nothing waits for another lock after it.
 */
@Component
public class HealthKeeping {

    private final Gathering gathering;
    private final HealthRows rows;
    private final LeftOut leftOut;
    private final Standings standings;

    HealthKeeping(Gathering gathering, HealthRows rows, LeftOut leftOut, Standings standings) {
        this.gathering = gathering;
        this.rows = rows;
        this.leftOut = leftOut;
        this.standings = standings;
    }

    private static final class Changed implements TransactionSynchronization {

        private final Set<UUID> contacts = new TreeSet<>();
        private boolean onlySaidMore = true;
        private final HealthKeeping keeping;

        Changed(HealthKeeping keeping) {
            this.keeping = keeping;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            keeping.keepNow();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(keeping);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(keeping, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(keeping);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ContactChanged changed) {
        Changed all = inThisTransaction();
        if (all == null) {
            all = new Changed(this);
            TransactionSynchronizationManager.bindResource(this, all);
            TransactionSynchronizationManager.registerSynchronization(all);
        }
        changed.contacts().stream().map(ContactId::value).forEach(all.contacts::add);
        all.onlySaidMore &= changed.saidMore();
    }

    /** For whoever travels in time within a transaction: what changed so far is kept as of the day it is. */
    public void keepNow() {
        Changed all = inThisTransaction();
        if (all != null && !all.contacts.isEmpty()) {
            List<UUID> contacts = List.copyOf(all.contacts);
            boolean onlySaidMore = all.onlySaidMore;
            all.contacts.clear();
            all.onlySaidMore = true;
            changed(contacts, onlySaidMore);
        }
    }

    private @Nullable Changed inThisTransaction() {
        return (Changed) TransactionSynchronizationManager.getResource(this);
    }

    /**
     * Where a day was not reckoned yet, it is as it was then: without what became known since. What somebody wrote down is kept also
     * where the health of whom it is about cannot be reckoned. Who only said more is as they were, once today was reckoned.
     */
    private void changed(Collection<UUID> contacts, boolean onlySaidMore) {
        try {
            HealthRows.Locked locked = rows.lock(contacts);
            boolean today = locked.least() != null && !locked.least().isBefore(locked.today());
            if (today && onlySaidMore) {
                return;
            }
            keep(contacts, today ? Facts.NOW : Facts.THEN, locked);
        } catch (DataAccessException databaseRefuses) {
            throw databaseRefuses;
        } catch (RuntimeException broken) {
            contacts.forEach(contact -> leftOut.note(contact, broken));
        }
        standings.keep(contacts);
    }

    /** Nothing became known since their last day: then they would have been reckoned. */
    void age(Collection<UUID> contacts) {
        HealthRows.Locked locked = rows.lock(contacts);
        keep(contacts, locked.least() == null ? Facts.THEN : Facts.NOW, locked);
        standings.keep(contacts);
    }

    private void keep(Collection<UUID> contacts, String facts, HealthRows.Locked locked) {
        List<Reckoned> all = gathering.of(contacts, facts, locked.today(), locked.zone()).stream()
                .map(gathered -> Reckoned.upTo(locked.today(), gathered))
                .toList();
        rows.keep(contacts, all, locked.today());
    }
}
