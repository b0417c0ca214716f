package org.attune.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over from one colleague to another, in one step: contacts, the promises that are open, conversations that are planned
 * or not finished, and offers that are not decided. Who did it, when and why is kept with each change of owner.
 */
@Component
@Transactional
public class HandOvers {

    private final HandOverRows rows;
    private final ContactSight sight;
    private final ContactPages pages;
    private final Users users;
    private final List<GoesAlong> along;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOvers(
            HandOverRows rows,
            ContactSight sight,
            ContactPages pages,
            Users users,
            List<GoesAlong> along,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sight = sight;
        this.pages = pages;
        this.users = users;
        this.along = List.copyOf(along);
        this.events = events;
        this.clock = clock;
    }

    /** What would go along with all of somebody's contacts; numbers only, so admins may look. */
    @Transactional(readOnly = true)
    public HandOverCount waitingWith(UserId from) {
        return count(rows.contactsOf(from), waiting(from, null));
    }

    /** What would go along with one contact, for whoever may give it to another. */
    @Transactional(readOnly = true)
    public HandOverCount waitingWith(Viewer viewer, ContactId contact) {
        return count(1, waiting(ownerOf(viewer, contact), contact));
    }

    /**
     * Gives one contact to another colleague; only who leads the contact's team may.
     *
     * @return nothing where they work with the contact already
     */
    public @Nullable UUID give(Viewer viewer, UUID id, ContactId contact, UserId to, @Nullable String why) {
        UserId from = rows.fromOf(id).orElseGet(() -> ownerOf(viewer, contact));
        return from.equals(to) ? null : perform(viewer, HandOver.of(id, from, to, contact, why), false);
    }

    /** Gives all that waits with somebody to another colleague; only who leads their team may. */
    public UUID giveAll(Viewer viewer, HandOver handOver) {
        boolean leads = users.ledBy(viewer).stream().anyMatch(one -> one.id().equals(handOver.from()));
        if (!leads) {
            throw new NotSeen("colleague " + handOver.from().value());
        }
        return perform(viewer, handOver, false);
    }

    /**
     * Closes somebody's account and hands over what waits with them; both or neither.
     *
     * @throws RuleRefused where it is oneself, the last admin, or nobody is named to take over
     */
    public UUID close(Viewer admin, HandOver handOver) {
        if (rows.fromOf(handOver.id()).isEmpty()) {
            rows.lock(handOver.from(), handOver.to());
            users.deactivate(admin, handOver.from());
        }
        return perform(admin, handOver, true);
    }

    /** Somebody told the customer who works with them now; saying so twice changes nothing. */
    public void told(Viewer viewer, UUID handOver, ContactId contact) {
        if (!rows.told(viewer, handOver, contact, LocalDate.ofInstant(clock.instant(), viewer.zone()))) {
            throw missing(handOver);
        }
    }

    /** For those who did it, take over, see one of the contacts, or administer. */
    @Transactional(readOnly = true)
    public HandOverView find(Viewer viewer, UUID id) {
        return rows.find(viewer, id).orElseThrow(() -> missing(id));
    }

    private UUID perform(Viewer by, HandOver handOver, boolean leaves) {
        rows.lock(handOver.from(), handOver.to());
        UserId to = handOver.to();
        if (to == null) {
            nothingIsLeftBehind(handOver.from(), leaves);
        } else if (handOver.why() == null) {
            throw new RuleRefused("people.hand-over.why.missing", "why");
        }
        TeamId team = to == null ? null : takesOver(handOver.from(), to);
        if (!rows.begin(handOver, leaves, by)) {
            sameAsBefore(by, handOver);
            return handOver.id();
        }
        if (to != null && team != null) {
            move(by, handOver, to, team);
        }
        return handOver.id();
    }

    private void move(Viewer by, HandOver handOver, UserId to, TeamId team) {
        Set<ContactId> moved = rows.move(handOver, to, team, by);
        Map<GoesAlong.What, Integer> went = new EnumMap<>(GoesAlong.What.class);
        along.forEach(one -> went.merge(one.what(), one.follow(handOver.from(), to, handOver.only()), Integer::sum));
        rows.count(handOver.id(), count(moved.size(), went));
        if (!moved.isEmpty()) {
            events.publishEvent(new ContactChanged(moved));
        }
    }

    private void nothingIsLeftBehind(UserId from, boolean leaves) {
        if (!leaves || !waitingWith(from).isNothing()) {
            throw new RuleRefused("people.hand-over.to.missing", "to");
        }
    }

    private TeamId takesOver(UserId from, UserId to) {
        if (from.equals(to)) {
            throw new RuleRefused("people.hand-over.to.same", "to");
        }
        return rows.teamOfSeller(to).orElseThrow(() -> new RuleRefused("people.contact.owner.must-sell", "to"));
    }

    private void sameAsBefore(Viewer by, HandOver handOver) {
        if (!rows.isSame(handOver)) {
            HandOverView before = rows.find(by, handOver.id()).orElseThrow(() -> missing(handOver.id()));
            UserId to = handOver.to();
            throw new ChangedMeanwhile(
                    words(before.to(), before.why()), words(to == null ? null : nameOf(to), handOver.why()));
        }
    }

    private static String words(@Nullable String to, @Nullable String why) {
        return (to == null ? "" : to) + "\n" + (why == null ? "" : why);
    }

    private String nameOf(UserId user) {
        return users.find(user).orElseThrow(() -> new NotSeen("user")).name();
    }

    private UserId ownerOf(Viewer viewer, ContactId contact) {
        sight.led(viewer, contact);
        return pages.find(viewer, contact)
                .orElseThrow(() -> missing(contact.value()))
                .owner();
    }

    private Map<GoesAlong.What, Integer> waiting(UserId from, @Nullable ContactId only) {
        Map<GoesAlong.What, Integer> waiting = new EnumMap<>(GoesAlong.What.class);
        along.forEach(one -> waiting.merge(one.what(), one.waiting(from, only), Integer::sum));
        return waiting;
    }

    private static HandOverCount count(int contacts, Map<GoesAlong.What, Integer> along) {
        return new HandOverCount(
                contacts,
                along.getOrDefault(GoesAlong.What.PROMISES, 0),
                along.getOrDefault(GoesAlong.What.TALKS, 0),
                along.getOrDefault(GoesAlong.What.OFFERS, 0));
    }

    private static NotSeen missing(UUID id) {
        return new NotSeen("hand-over " + id);
    }
}
