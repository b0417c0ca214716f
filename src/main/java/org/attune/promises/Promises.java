package org.attune.promises;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.attune.access.Viewer;
import org.attune.people.ContactChanged;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.DayKey;
import org.attune.platform.Ids;
import org.attune.platform.KeysetPage;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What we and they undertook to do by a day. Whoever sees a contact may write down a promise and what became of it; late
 * is not broken, and every outcome can be taken back.
 */
@Component
@Transactional
public class Promises {

    private static final int OPEN = 50;
    private static final int SETTLED = 100;

    private final PromiseRows rows;
    private final ContactSight sight;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Promises(PromiseRows rows, ContactSight sight, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.sight = sight;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes down a promise; the same one under the same id is written down only once.
     *
     * @throws NotSeen when the viewer may not see the contact, or the turn or conversation it was said in
     * @throws ChangedMeanwhile when another promise has this id
     */
    public PromiseView make(Viewer viewer, MakePromise promise) {
        sight.stillKnown(viewer, promise.contact());
        Promise.guardDay(promise.due(), today(viewer));
        saidWhereTheyMayLook(viewer, promise);
        boolean isNew = rows.insert(viewer, promise, clock.instant());
        PromiseView kept = find(viewer, promise.id());
        if (isNew) {
            events.publishEvent(ContactChanged.of(promise.contact()));
        } else if (!same(kept, promise)) {
            throw new ChangedMeanwhile(kept.words() + "\n" + kept.due(), promise.words() + "\n" + promise.due());
        }
        return kept;
    }

    /** @throws NotSeen when there is no such promise, or the viewer may not see its contact */
    @Transactional(readOnly = true)
    public PromiseView find(Viewer viewer, PromiseId id) {
        return rows.view(viewer, id).orElseThrow(() -> new NotSeen("promise " + id.value()));
    }

    public PromiseView keep(Viewer viewer, PromiseId id) {
        return settle(viewer, id, OutcomeKind.KEPT, Promise::keep);
    }

    /** We or they said so: it will not be kept. */
    public PromiseView giveUp(Viewer viewer, PromiseId id) {
        return settle(viewer, id, OutcomeKind.BROKEN, Promise::giveUp);
    }

    public PromiseView reopen(Viewer viewer, PromiseId id) {
        return settle(viewer, id, OutcomeKind.REOPENED, Promise::reopen);
    }

    /** @throws RuleRefused when the day is over, or the promise is no longer open */
    public PromiseView moveTo(Viewer viewer, PromiseId id, LocalDate day) {
        return settle(viewer, id, OutcomeKind.MOVED, promise -> promise.moveTo(day, today(viewer)));
    }

    /**
     * Takes the newest outcome back.
     *
     * @throws ChangedMeanwhile when another outcome came after this one
     */
    public PromiseView takeBack(Viewer viewer, PromiseId id, UUID outcome) {
        // Taken first, so that no other outcome comes between looking and taking back.
        forChange(viewer, id);
        PromiseView view = find(viewer, id);
        PromiseView.OutcomeView last = view.outcome();
        if (last == null || !last.id().equals(outcome)) {
            throw new ChangedMeanwhile(view.words(), view.words());
        }
        return switch (last.kind()) {
            case KEPT, BROKEN -> reopen(viewer, id);
            case MOVED -> settle(viewer, id, OutcomeKind.MOVED, promise -> promise.on(last.fromDue()));
            case REOPENED -> view;
        };
    }

    /**
     * Says an open promise in other words.
     *
     * @throws ChangedMeanwhile when somebody changed it since the viewer saw it
     */
    public PromiseView reword(Viewer viewer, RewordPromise wanted) {
        Promise before = forChange(viewer, wanted.id());
        if (!before.words().equals(wanted.words())) {
            if (before.version() != wanted.version()) {
                throw new ChangedMeanwhile(before.words(), wanted.words(), before.version());
            }
            rows.update(before.reword(wanted.words()));
            events.publishEvent(ContactChanged.of(before.contact()));
        }
        return find(viewer, wanted.id());
    }

    /** What is open between somebody and us, and how promises were kept so far. */
    @Transactional(readOnly = true)
    public PromisesOfContact ofContact(Viewer viewer, ContactId contact) {
        return rows.ofContact(viewer, contact, OPEN).orElseThrow(() -> new NotSeen("contact " + contact.value()));
    }

    /** What is open between any of these people and us, due by a day; people the viewer may not see have nothing. */
    @Transactional(readOnly = true)
    public List<PromiseView> openWith(Viewer viewer, List<ContactId> contacts, LocalDate until) {
        return contacts.isEmpty() ? List.of() : rows.openWith(viewer, contacts, until, OPEN);
    }

    /** Those that were kept or broken, the newest outcome first. */
    @Transactional(readOnly = true)
    public List<PromiseView> settledOf(Viewer viewer, ContactId contact) {
        sight.seen(viewer, contact);
        return rows.settled(viewer, contact, SETTLED);
    }

    /**
     * Open promises the viewer has to keep, and those of the contacts they own, due by a day; late ones first.
     *
     * @param after the key the page before ended with, or none
     */
    @Transactional(readOnly = true)
    public KeysetPage<PromiseView> due(Viewer viewer, LocalDate until, @Nullable String after, int size) {
        return KeysetPage.of(
                rows.due(viewer, until, DayKey.parse(after, DayKey.EARLIEST), size + 1), size, PromiseView::dueKey);
    }

    /**
     * The same, those that are late and those that fall due until a day, at once.
     *
     * @param today what is due before is late
     */
    @Transactional(readOnly = true)
    public DuePromises lateAndSoon(Viewer viewer, LocalDate today, LocalDate until, int mostLate, int mostSoon) {
        return DuePromises.of(rows.lateAndSoon(viewer, today, until, mostLate, mostSoon), today, mostLate, mostSoon);
    }

    /** A repeat finds it settled already and changes nothing. */
    private PromiseView settle(Viewer viewer, PromiseId id, OutcomeKind kind, UnaryOperator<Promise> verb) {
        Promise before = forChange(viewer, id);
        Promise after = verb.apply(before);
        if (!after.equals(before)) {
            rows.update(after);
            rows.note(Ids.next(), kind, before, after, viewer, clock.instant());
            events.publishEvent(ContactChanged.of(before.contact()));
        }
        return find(viewer, id);
    }

    private Promise forChange(Viewer viewer, PromiseId id) {
        return rows.forChange(viewer, id).orElseThrow(() -> new NotSeen("promise " + id.value()));
    }

    private void saidWhereTheyMayLook(Viewer viewer, MakePromise promise) {
        if (promise.turn() != null) {
            there(viewer, promise.turn().value(), promise.contact(), """
                    select exists (select from seen_turn(:viewer) t join participant p on p.conversation_id = t.conversation_id
                                    where t.id = :id and p.contact_id = :contact)
                    """);
        }
        if (promise.conversation() != null) {
            there(viewer, promise.conversation().value(), promise.contact(), """
                    select exists (select from seen_conversation(:viewer) v join participant p on p.conversation_id = v.id
                                    where v.id = :id and p.contact_id = :contact)
                    """);
        }
    }

    private void there(Viewer viewer, UUID id, ContactId contact, String question) {
        boolean there = jdbc.sql(question)
                .param("viewer", viewer.uuid())
                .param("id", id)
                .param("contact", contact.value())
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new NotSeen("where the promise was said " + id);
        }
    }

    private static boolean same(PromiseView kept, MakePromise wanted) {
        return kept.contact().equals(wanted.contact())
                && kept.side() == wanted.side()
                && kept.words().equals(wanted.words())
                && Objects.equals(kept.due(), wanted.due());
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
