package org.attune.needs;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What somebody has to do with a need. One person may be several of these, or none that is known yet. */
public enum PersonRole {
    HAS_PROBLEM,
    FEELS_IT,
    PAYS,
    DECIDES,
    OPENS_DOOR;

    /** In their fixed order, whatever order they came in. */
    public static Set<PersonRole> setOf(Collection<PersonRole> roles) {
        Set<PersonRole> ordered = EnumSet.noneOf(PersonRole.class);
        ordered.addAll(roles);
        return ordered;
    }
}
