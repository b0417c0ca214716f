package org.attune.needs;

import java.util.List;
import java.util.Set;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge.MovedRow;

/** Something outside this module that leans on somebody being one of the people of a need. */
public interface LeansOnPeople {

    /**
     * The needs whose person this one has to stay when a merge is undone.
     *
     * @param goingBack what goes back to the other one, and so leans on them
     */
    Set<NeedId> needsOf(ContactId person, List<MovedRow> goingBack);
}
