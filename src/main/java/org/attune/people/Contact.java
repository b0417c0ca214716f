package org.attune.people;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/** A person we know, how to reach them and who of us works with them. */
@Entity
@Table(name = "contact")
class Contact {

    @Id
    private UUID id = new UUID(0, 0);

    private String givenName = "";
    private String familyName = "";
    private String pronoun = Pronoun.UNKNOWN.word();
    private @Nullable String jobTitle;
    private @Nullable UUID companyId;
    private UUID ownerId = new UUID(0, 0);
    private UUID teamId = new UUID(0, 0);
    private @Nullable String language;
    private @Nullable String source;
    private @Nullable String foundUs;
    private @Nullable String background;
    private @Nullable Integer idealDays;
    private @Nullable Integer longestDays;

    @Column(updatable = false)
    private UUID createdBy = new UUID(0, 0);

    @Column(updatable = false)
    private Instant createdAt = Instant.EPOCH;

    private @Nullable Instant archivedAt;

    @Version
    private @Nullable Integer version;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "contact_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Email> emails = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "contact_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Phone> phones = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "contact_tag", joinColumns = @JoinColumn(name = "contact_id"))
    @Column(name = "tag")
    private Set<String> tags = new HashSet<>();

    protected Contact() {}

    /** Somebody enters our lives; who adds them works with them, unless it is said who else does. */
    static Contact met(
            ContactId id,
            ContactDetails details,
            @Nullable UUID company,
            UserId owner,
            TeamId team,
            UserId by,
            Instant at) {
        Contact contact = new Contact();
        contact.id = id.value();
        contact.createdBy = by.value();
        contact.createdAt = at;
        contact.giveTo(owner, team);
        contact.describe(details, company);
        return contact;
    }

    /** @param company the one the details name */
    void describe(ContactDetails details, @Nullable UUID company) {
        ContactRules.check(details);
        givenName = details.givenName();
        familyName = details.familyName();
        pronoun = details.pronoun().word();
        jobTitle = details.jobTitle();
        companyId = company;
        language = details.language();
        source = details.source();
        foundUs = details.foundUs();
        background = details.background();
        Rhythm rhythm = details.rhythm();
        idealDays = rhythm == null ? null : rhythm.idealDays();
        longestDays = rhythm == null ? null : rhythm.longestDays();
        reachAt(details.emails());
        ringAt(details.phones());
        tags.retainAll(details.tags());
        tags.addAll(details.tags());
    }

    /** Rows that stay are kept, so that what was moved with a merge can go back. */
    private void reachAt(List<EmailLine> lines) {
        emails.removeIf(email -> lines.stream().noneMatch(email::isFor));
        for (int position = 0; position < lines.size(); position++) {
            EmailLine line = lines.get(position);
            Email email = emails.stream()
                    .filter(known -> known.isFor(line))
                    .findFirst()
                    .orElseGet(() -> added(line));
            email.stand(line, position);
        }
    }

    private Email added(EmailLine line) {
        Email email = new Email(line.address());
        emails.add(email);
        return email;
    }

    private void ringAt(List<PhoneLine> lines) {
        phones.removeIf(phone -> lines.stream().noneMatch(phone::isFor));
        for (int position = 0; position < lines.size(); position++) {
            PhoneLine line = lines.get(position);
            Phone phone = phones.stream()
                    .filter(known -> known.isFor(line))
                    .findFirst()
                    .orElseGet(() -> added(line));
            phone.stand(line, position);
        }
    }

    private Phone added(PhoneLine line) {
        Phone phone = new Phone(line.number());
        phones.add(phone);
        return phone;
    }

    /** A contact always belongs to the team of its owner. */
    final void giveTo(UserId owner, TeamId team) {
        ownerId = owner.value();
        teamId = team.value();
    }

    /** @return whether that changed anything */
    boolean archive(Instant at) {
        if (archivedAt != null) {
            return false;
        }
        archivedAt = at;
        return true;
    }

    boolean restore() {
        boolean archived = archivedAt != null;
        archivedAt = null;
        return archived;
    }

    ContactDetails details(@Nullable String company) {
        return new ContactDetails(
                givenName,
                familyName,
                Pronoun.of(pronoun),
                jobTitle,
                company,
                language,
                source,
                foundUs,
                background,
                idealDays == null ? null : new Rhythm(idealDays, Objects.requireNonNull(longestDays)),
                emails.stream()
                        .sorted((a, b) -> a.position() - b.position())
                        .map(Email::line)
                        .toList(),
                phones.stream()
                        .sorted((a, b) -> a.position() - b.position())
                        .map(Phone::line)
                        .toList(),
                List.copyOf(tags));
    }

    ContactId id() {
        return new ContactId(id);
    }

    UserId owner() {
        return new UserId(ownerId);
    }

    @Nullable
    UUID company() {
        return companyId;
    }

    int version() {
        return version == null ? 0 : version;
    }
}
