package org.attune.people;

import java.time.LocalDate;
import org.attune.access.UserId;
import org.attune.fields.Answers;
import org.jspecify.annotations.Nullable;

/**
 * Somebody new.
 *
 * @param id made beforehand, so that a repeat adds nobody twice
 * @param owner who works with them; none for the one who adds them
 * @param introducedBy the contact who brought us together
 * @param introducedOn the day of that; only of interest with an introducer
 * @param answers what the organisation's own fields hold; nothing where nobody was asked
 */
public record NewContact(
        ContactId id,
        ContactDetails details,
        @Nullable UserId owner,
        @Nullable ContactId introducedBy,
        @Nullable LocalDate introducedOn,
        Answers answers) {

    public NewContact(
            ContactId id,
            ContactDetails details,
            @Nullable UserId owner,
            @Nullable ContactId introducedBy,
            @Nullable LocalDate introducedOn) {
        this(id, details, owner, introducedBy, introducedOn, Answers.none());
    }

    public static NewContact of(ContactId id, ContactDetails details) {
        return new NewContact(id, details, null, null, null);
    }
}
