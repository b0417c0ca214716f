package org.attune.people;

import java.time.LocalDate;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody new.
 *
 * @param id made beforehand, so that a repeat adds nobody twice
 * @param owner who works with them; none for the one who adds them
 * @param introducedBy the contact who brought us together
 * @param introducedOn the day of that; only of interest with an introducer
 */
public record NewContact(
        ContactId id,
        ContactDetails details,
        @Nullable UserId owner,
        @Nullable ContactId introducedBy,
        @Nullable LocalDate introducedOn) {

    public static NewContact of(ContactId id, ContactDetails details) {
        return new NewContact(id, details, null, null, null);
    }
}
