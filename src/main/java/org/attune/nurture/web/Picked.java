package org.attune.nurture.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.nurture.SilenceView;
import org.attune.people.ContactName;

/**
 * Those who were picked by hand.
 *
 * @param peace whom of them we agreed to leave in peace
 * @param unwanted who of them wishes not to hear from us
 */
record Picked(List<ContactName> people, Map<UUID, SilenceView> peace, Set<UUID> unwanted) {

    List<UUID> ids() {
        return people.stream().map(one -> one.id().value()).toList();
    }

    Map<UUID, ContactName> names() {
        Map<UUID, ContactName> names = new HashMap<>();
        people.forEach(one -> names.put(one.id().value(), one));
        return names;
    }

    /** Whom is left where one of them is not picked after all. */
    Map<UUID, List<UUID>> without() {
        Map<UUID, List<UUID>> without = new HashMap<>();
        ids().forEach(one -> without.put(
                one, ids().stream().filter(other -> !other.equals(one)).toList()));
        return without;
    }
}
