package org.attune.people.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.attune.people.ContactDetails;
import org.attune.people.ContactView;
import org.attune.people.Pronoun;
import org.attune.people.Rhythm;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is added or described anew. Everything is text, so that nothing that was typed is lost, however wrong.
 *
 * @param introducedBy a name; only for somebody new
 * @param tags with commas between them
 * @param anyway add them although somebody like them is known
 * @param fields what was typed into the organisation's own fields, by their keys
 */
record ContactForm(
        @Nullable String id,
        @Nullable String version,
        @Size(max = 100) @Nullable String givenName,
        @Size(max = 100) @Nullable String familyName,
        @Nullable String pronoun,
        @Size(max = 200) @Nullable String jobTitle,
        @Size(max = 400) @Nullable String company,
        @Size(max = 400) @Nullable String introducedBy,
        @Nullable String owner,
        @Nullable String language,
        @Size(max = 100) @Nullable String source,
        @Size(max = 500) @Nullable String foundUs,
        @Size(max = 5000) @Nullable String background,
        @Nullable String idealDays,
        @Nullable String longestDays,
        @Nullable List<@Valid EmailRow> emails,
        @Nullable List<@Valid PhoneRow> phones,
        @Size(max = 1000) @Nullable String tags,
        @Nullable String anyway,
        @Nullable Map<String, String> fields) {

    ContactForm {
        emails = emails == null || emails.isEmpty()
                ? List.of(EmailRow.empty())
                : emails.stream()
                        .map(row -> row == null ? EmailRow.empty() : row)
                        .toList();
        phones = phones == null || phones.isEmpty()
                ? List.of(PhoneRow.empty())
                : phones.stream()
                        .map(row -> row == null ? PhoneRow.empty() : row)
                        .toList();
        pronoun = pronoun == null ? Pronoun.UNKNOWN.name() : pronoun;
        fields = FieldsInForm.filledIn(fields);
    }

    static ContactForm forSomebodyNew(@Nullable String introducedBy) {
        return new ContactForm(
                Ids.next().toString(),
                "0",
                null,
                null,
                null,
                null,
                null,
                introducedBy,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static ContactForm of(ContactView contact, Map<String, String> fields) {
        ContactDetails details = contact.details();
        Rhythm rhythm = details.rhythm();
        return new ContactForm(
                contact.id().value().toString(),
                String.valueOf(contact.version()),
                details.givenName(),
                details.familyName(),
                details.pronoun().name(),
                details.jobTitle(),
                details.company(),
                null,
                null,
                details.language(),
                details.source(),
                details.foundUs(),
                details.background(),
                rhythm == null ? null : String.valueOf(rhythm.idealDays()),
                rhythm == null ? null : String.valueOf(rhythm.longestDays()),
                details.emails().stream().map(EmailRow::of).toList(),
                contact.phones().stream().map(PhoneRow::of).toList(),
                String.join(", ", details.tags()),
                null,
                fields);
    }

    /** @param more which lines there are to be one more of: {@code emails} or {@code phones} */
    ContactForm withOneMore(String more) {
        List<EmailRow> longerEmails = new ArrayList<>(Objects.requireNonNull(emails));
        List<PhoneRow> longerPhones = new ArrayList<>(Objects.requireNonNull(phones));
        if (more.equals("emails")) {
            longerEmails.add(EmailRow.empty());
        } else {
            longerPhones.add(PhoneRow.empty());
        }
        return with(version, longerEmails, longerPhones);
    }

    private ContactForm with(@Nullable String version, List<EmailRow> emails, List<PhoneRow> phones) {
        return new ContactForm(
                id,
                version,
                givenName,
                familyName,
                pronoun,
                jobTitle,
                company,
                introducedBy,
                owner,
                language,
                source,
                foundUs,
                background,
                idealDays,
                longestDays,
                emails,
                phones,
                tags,
                anyway,
                fields);
    }

    boolean addAnyway() {
        return "true".equals(anyway);
    }

    /** Whether the folded part holds anything. */
    public boolean saysMore() {
        return Stream.of(language, source, foundUs, background, idealDays, longestDays)
                        .anyMatch(Objects::nonNull)
                || !Pronoun.UNKNOWN.name().equals(pronoun);
    }

    ContactDetails details() {
        return details(rhythm());
    }

    /** As far as it goes, for looking for somebody like this while the form is being filled in. */
    ContactDetails soFar() {
        return details(null);
    }

    private ContactDetails details(@Nullable Rhythm rhythm) {
        return new ContactDetails(
                givenName == null ? "" : givenName,
                familyName == null ? "" : familyName,
                Choices.one(Pronoun.class, pronoun).orElse(Pronoun.UNKNOWN),
                jobTitle,
                company,
                language,
                source,
                foundUs,
                background,
                rhythm,
                Objects.requireNonNull(emails).stream().map(EmailRow::line).toList(),
                Objects.requireNonNull(phones).stream().map(PhoneRow::line).toList(),
                tags == null ? List.of() : Arrays.asList(tags.split("[,;\n]")));
    }

    /** Who says only how often at best is at the latest heard after twice as long. */
    private @Nullable Rhythm rhythm() {
        if (idealDays == null) {
            return null;
        }
        int ideal = Integer.parseInt(idealDays);
        return new Rhythm(ideal, longestDays == null ? 2 * ideal : Integer.parseInt(longestDays));
    }
}
