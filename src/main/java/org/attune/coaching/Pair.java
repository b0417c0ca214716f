package org.attune.coaching;

import org.attune.access.UserId;
import org.attune.access.Viewer;

/**
 * Somebody and whoever leads them, whose page it is.
 *
 * @param inForce whether the one still leads the other; otherwise it can only be read, by the person it was about
 */
public record Pair(UserId person, String personName, UserId manager, String managerName, boolean inForce) {

    public boolean isLedBy(Viewer viewer) {
        return viewer.id().equals(manager);
    }

    /** The one of the two who is not looking. */
    public String other(Viewer viewer) {
        return isLedBy(viewer) ? personName : managerName;
    }
}
