package org.attune.people;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing to many contacts; whom somebody does not work with is left alone. */
@Component
@Transactional
public class ChosenContacts {

    private final ContactRepository contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChosenContacts(ContactRepository contacts, ApplicationEventPublisher events, Clock clock) {
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
    }

    /** @return those that were changed, to undo exactly this */
    public Set<ContactId> archive(Viewer viewer, Collection<ContactId> ids) {
        return forEachTended(viewer, ids, contact -> contact.archive(clock.instant()));
    }

    public Set<ContactId> restore(Viewer viewer, Collection<ContactId> ids) {
        return forEachTended(viewer, ids, Contact::restore);
    }

    public Set<ContactId> tag(Viewer viewer, Collection<ContactId> ids, @Nullable String typed) {
        String tag = typed == null ? "" : ContactDetails.tag(typed);
        if (!PlainText.saysSomething(tag)) {
            throw new RuleRefused("people.contact.tag.missing", "tag");
        }
        return forEachTended(viewer, ids, contact -> contact.tag(tag));
    }

    /** Takes a tag off again. */
    public Set<ContactId> untag(Viewer viewer, Collection<ContactId> ids, @Nullable String typed) {
        String tag = typed == null ? "" : ContactDetails.tag(typed);
        return forEachTended(viewer, ids, contact -> contact.untag(tag));
    }

    private Set<ContactId> forEachTended(Viewer viewer, Collection<ContactId> ids, Predicate<Contact> change) {
        Set<ContactId> changed = ids.stream()
                .distinct()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .map(id -> contacts.findTended(viewer.uuid(), id.value()))
                .flatMap(Optional::stream)
                .filter(change)
                .map(Contact::id)
                .collect(Collectors.toCollection(HashSet::new));
        contacts.flush();
        if (!changed.isEmpty()) {
            events.publishEvent(new ContactChanged(changed));
        }
        return changed;
    }
}
