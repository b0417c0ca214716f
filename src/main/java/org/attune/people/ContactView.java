package org.attune.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A contact as somebody who sees them may see them.
 *
 * @param introducedBy those who brought us together, as far as the viewer sees them
 * @param introduced those they brought us
 * @param mayTend whether the viewer may edit, move, offer, archive and merge
 * @param mayLead whether the viewer may give them another owner
 * @param merge the newest merge that can still be undone
 * @param erased whether what was known about them was erased; nothing comes back
 */
public record ContactView(
        ContactId id,
        String name,
        ContactDetails details,
        @Nullable CompanyId companyId,
        UserId owner,
        String ownerName,
        String team,
        List<PhoneView> phones,
        List<CompanionView> companions,
        List<IntroductionView> introducedBy,
        List<IntroductionView> introduced,
        Instant createdAt,
        @Nullable Instant archivedAt,
        int version,
        boolean mayTend,
        boolean mayLead,
        @Nullable UUID merge,
        boolean erased) {

    /** A phone number as it is dialled and as it is read. */
    public record PhoneView(PhoneLine.Kind kind, String e164, String shown) {

        /** For a link that dials it (RFC 3966). */
        public String link() {
            return "tel:" + e164;
        }
    }

    /** @param until the last day; none for as long as it takes */
    public record CompanionView(
            UserId user, String name, @Nullable LocalDate until) {}

    /** The other one of the two. */
    public record IntroductionView(
            UUID id,
            ContactId contact,
            String name,
            LocalDate day,
            @Nullable String note) {}

    public boolean archived() {
        return archivedAt != null;
    }

    public @Nullable String company() {
        return details.company();
    }

    ContactName contactName() {
        return new ContactName(id, name, details.givenName(), details.pronoun().word(), details.company());
    }

    public List<EmailLine> emails() {
        return details.emails();
    }
}
