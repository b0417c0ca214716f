package org.attune.needs;

import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a need, feels it, pays, decides or opens the door; met or not met yet. */
@Component
@Transactional
public class NeedPeople {

    private static final int LABEL = 100;

    private final NeedStore store;
    private final PeopleOfNeeds people;
    private final NeedProgress progress;
    private final ContactSight sight;

    NeedPeople(NeedStore store, PeopleOfNeeds people, NeedProgress progress, ContactSight sight) {
        this.store = store;
        this.people = people;
        this.progress = progress;
        this.sight = sight;
    }

    /** Adds somebody; who is there already gets these roles as well. */
    public void add(Viewer viewer, NeedId id, ContactId contact, Set<PersonRole> roles) {
        Need need = store.seen(viewer, id);
        sight.stillKnown(viewer, contact);
        people.join(need.id(), contact, roles);
        progress.tell(need.id());
    }

    /** Says what somebody has to do with it, instead of what was said before. */
    public void set(Viewer viewer, NeedId id, ContactId contact, Set<PersonRole> roles) {
        Need need = store.seen(viewer, id);
        sight.seen(viewer, contact);
        found(people.set(need.id(), contact, roles));
        progress.tell(need.id());
    }

    /** One role, one key. */
    public void set(Viewer viewer, NeedId id, ContactId contact, PersonRole role, boolean has) {
        Need need = store.seen(viewer, id);
        sight.seen(viewer, contact);
        found(people.set(need.id(), contact, role, has));
        progress.tell(need.id());
    }

    /** @throws RuleRefused where they said something about it, an offer went to them, or nobody would be left */
    public void remove(Viewer viewer, NeedId id, ContactId contact) {
        Need need = store.seen(viewer, id);
        sight.seen(viewer, contact);
        if (people.alone(need.id(), contact)) {
            throw new RuleRefused("needs.people.last");
        }
        progress.tell(need.id());
        try {
            found(people.leave(need.id(), contact));
        } catch (DataIntegrityViolationException spoken) {
            throw new RuleRefused("needs.people.spoke");
        }
    }

    /** Notes somebody we have not met yet. The same command twice is one person. */
    public void expect(Viewer viewer, ExpectPerson command) {
        Need need = store.seen(viewer, command.need());
        if (command.label().isEmpty()) {
            throw new RuleRefused("needs.people.label-missing", "label");
        }
        if (command.label().length() > LABEL) {
            throw new RuleRefused("needs.people.label-too-long", "label");
        }
        if (!people.expect(command)) {
            ExpectPerson before = people.expected(command.id());
            found(before.need().equals(command.need()));
            if (!before.equals(command)) {
                throw new ChangedMeanwhile(before.label(), command.label());
            }
        }
        progress.tell(need.id());
    }

    public void forget(Viewer viewer, NeedId id, UUID notMet) {
        Need need = store.seen(viewer, id);
        people.forget(need.id(), notMet);
    }

    /** Now we know them: they become one of its people, with what was said of them. */
    public void met(Viewer viewer, NeedId id, UUID notMet, ContactId as) {
        Need need = store.seen(viewer, id);
        sight.stillKnown(viewer, as);
        found(people.meet(need.id(), notMet, as));
        people.join(need.id(), as, people.expected(notMet).roles());
        progress.tell(need.id());
    }

    private static void found(boolean there) {
        if (!there) {
            throw new NotSeen("person of a need");
        }
    }
}
