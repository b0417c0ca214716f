package org.attune.people;

import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A module in which something waits for the one who works with a contact, and so goes along when somebody else takes over.
 * Called in the transaction that hands over, after the contacts themselves have changed hands. What has happened stays with
 * whoever did it, and with the team of that day.
 */
public interface GoesAlong {

    /** What goes along. */
    enum What {
        PROMISES,
        TALKS,
        OFFERS
    }

    What what();

    /** @param only what belongs to this contact; none for all that waits with somebody */
    int waiting(UserId from, @Nullable ContactId only);

    /**
     * What belongs to a contact follows to whoever works with them now.
     *
     * @param otherwise who takes what belongs to somebody else's contact, should nobody active work with them
     * @return how much it was
     */
    int follow(UserId from, UserId otherwise, @Nullable ContactId only);
}
