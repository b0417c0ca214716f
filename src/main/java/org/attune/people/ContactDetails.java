package org.attune.people;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a contact, as one form or one line of an import brings it. Text is freed of blanks and unseen
 * characters; whether it makes sense is for the contact to say.
 *
 * @param company its name; one that is not known yet is founded
 * @param source through what they came: a website, an event, a referral
 * @param foundUs how they found us, in their words
 * @param rhythm their own, where it differs from that of their stage
 */
public record ContactDetails(
        String givenName,
        String familyName,
        Pronoun pronoun,
        @Nullable String jobTitle,
        @Nullable String company,
        @Nullable String language,
        @Nullable String source,
        @Nullable String foundUs,
        @Nullable String background,
        @Nullable Rhythm rhythm,
        List<EmailLine> emails,
        List<PhoneLine> phones,
        List<String> tags) {

    public ContactDetails {
        givenName = PlainText.line(givenName);
        familyName = PlainText.line(familyName);
        jobTitle = PlainText.lineOrNothing(jobTitle);
        company = PlainText.lineOrNothing(company);
        language = PlainText.lineOrNothing(language);
        source = PlainText.lineOrNothing(source);
        foundUs = PlainText.linesOrNothing(foundUs);
        background = PlainText.linesOrNothing(background);
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        tags = tags.stream()
                .map(ContactDetails::tag)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Somebody of whom no more than the name is known. */
    public static ContactDetails named(String givenName, String familyName) {
        return new ContactDetails(
                givenName,
                familyName,
                Pronoun.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** A tag as it is kept: small letters, one line. */
    public static String tag(String typed) {
        return PlainText.line(typed).toLowerCase(Locale.ROOT);
    }

    public ContactDetails at(String company) {
        return but(company, rhythm, emails, phones, tags);
    }

    public ContactDetails with(EmailLine... emails) {
        return with(List.of(emails), phones);
    }

    public ContactDetails with(PhoneLine... phones) {
        return with(emails, List.of(phones));
    }

    public ContactDetails tagged(String... tags) {
        return but(company, rhythm, emails, phones, List.of(tags));
    }

    public ContactDetails every(Rhythm rhythm) {
        return but(company, rhythm, emails, phones, tags);
    }

    ContactDetails with(List<EmailLine> emails, List<PhoneLine> phones) {
        return but(company, rhythm, emails, phones, tags);
    }

    private ContactDetails but(
            @Nullable String company,
            @Nullable Rhythm rhythm,
            List<EmailLine> emails,
            List<PhoneLine> phones,
            List<String> tags) {
        return new ContactDetails(
                givenName,
                familyName,
                pronoun,
                jobTitle,
                company,
                language,
                source,
                foundUs,
                background,
                rhythm,
                emails,
                phones,
                tags);
    }

    public String name() {
        return (givenName + " " + familyName).strip();
    }

    /** For a person to compare with another version. */
    public String inWords() {
        return Stream.of(
                        Stream.of(name(), jobTitle, company, language, source, foundUs, background),
                        Stream.of(rhythm == null ? null : rhythm.idealDays() + "/" + rhythm.longestDays()),
                        emails.stream().map(EmailLine::address),
                        phones.stream().map(PhoneLine::number),
                        Stream.of(String.join(", ", tags)))
                .flatMap(parts -> parts)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
