package org.attune.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.attune.access.SightOfContacts.Seen;

/**
 * What a change of who sees what would do in one team.
 *
 * @param people how many of its people would see more or fewer contacts
 * @param upTo how many more or fewer for one of them, at most
 */
public record SightChange(String team, int people, int upTo) {

    static List<SightChange> between(Map<UserId, Seen> before, Map<UserId, Seen> after) {
        Map<String, SightChange> changes = new TreeMap<>();
        after.forEach((person, seen) -> {
            Seen was = before.get(person);
            int difference = Math.abs(seen.contacts() - (was == null ? 0 : was.contacts()));
            if (difference > 0) {
                changes.merge(seen.team(), new SightChange(seen.team(), 1, difference), SightChange::and);
            }
        });
        return List.copyOf(changes.values());
    }

    private SightChange and(SightChange other) {
        return new SightChange(team, people + other.people, Math.max(upTo, other.upTo));
    }
}
