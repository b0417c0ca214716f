package org.attune.exchange;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.attune.fields.Answers;
import org.attune.fields.FieldImport;
import org.attune.people.ContactDetails;
import org.attune.people.EmailAddress;
import org.attune.people.EmailLine;
import org.attune.people.PhoneLine;
import org.attune.people.PhoneNumbers;
import org.attune.people.Pronoun;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of a table as people. A line that names nobody is refused; of all others as much is taken as makes sense,
 * since a misspelt number is no reason to leave a person behind, and what was left out is said.
 *
 * @param columns what each column means
 * @param region where numbers without a country code are from
 * @param stages keys of stages by key and by name, in small letters
 * @param own the columns that hold the organisation's own fields
 */
record ContactReading(List<ContactField> columns, String region, Map<String, String> stages, FieldImport own) {

    private static final Map<String, Pronoun> PRONOUNS = Map.ofEntries(
            entry("female", Pronoun.SHE),
            entry("f", Pronoun.SHE),
            entry("she", Pronoun.SHE),
            entry("mrs", Pronoun.SHE),
            entry("ms", Pronoun.SHE),
            entry("w", Pronoun.SHE),
            entry("weiblich", Pronoun.SHE),
            entry("frau", Pronoun.SHE),
            entry("sie", Pronoun.SHE),
            entry("male", Pronoun.HE),
            entry("m", Pronoun.HE),
            entry("he", Pronoun.HE),
            entry("mr", Pronoun.HE),
            entry("männlich", Pronoun.HE),
            entry("herr", Pronoun.HE),
            entry("er", Pronoun.HE),
            entry("nonbinary", Pronoun.THEY),
            entry("non-binary", Pronoun.THEY),
            entry("nichtbinär", Pronoun.THEY),
            entry("nicht-binär", Pronoun.THEY),
            entry("divers", Pronoun.THEY),
            entry("they", Pronoun.THEY));

    ContactLine read(Table.Row row) {
        if (row.cells().size() > columns.size()) {
            return ContactLine.refused(
                    row, "", Remark.of("exchange.line.more-cells", row.cells().size(), columns.size()));
        }
        if (row.length() > Table.LONGEST_LINE) {
            return ContactLine.refused(row, "", Remark.of("exchange.line.long", Table.LONGEST_LINE));
        }
        List<Remark> remarks = new ArrayList<>();
        ContactDetails details = details(row, remarks);
        String shown = details.name().substring(0, Math.min(200, details.name().length()));
        if (details.name().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return ContactLine.refused(row, shown, Remark.of("exchange.line.no-name"));
        }
        Answers answers = own.read(
                row.cells(), (field, cell) -> remarks.add(Remark.of("exchange.line.own-left-out", field.name(), cell)));
        own.missing(answers).forEach(field -> remarks.add(Remark.of("exchange.line.own-missing", field.name())));
        return new ContactLine(
                row, shown, details, stage(row), LineResult.TAKEN, List.copyOf(remarks), null, null, answers);
    }

    private ContactDetails details(Table.Row row, List<Remark> remarks) {
        String[] name = name(row);
        return new ContactDetails(
                name[0],
                name[1],
                PRONOUNS.getOrDefault(first(row, ContactField.PRONOUN, "").toLowerCase(Locale.ROOT), Pronoun.UNKNOWN),
                first(row, ContactField.JOB_TITLE),
                first(row, ContactField.COMPANY),
                language(row, remarks),
                first(row, ContactField.SOURCE),
                first(row, ContactField.FOUND_US),
                background(row),
                null,
                emails(row, remarks),
                phones(row, remarks),
                tags(row));
    }

    private String[] name(Table.Row row) {
        String given = first(row, ContactField.GIVEN_NAME, "");
        String family = first(row, ContactField.FAMILY_NAME, "");
        String whole = first(row, ContactField.NAME, "");
        if (!given.isEmpty() || !family.isEmpty() || whole.isEmpty()) {
            return new String[] {given, family};
        }
        int cut = whole.lastIndexOf(' ');
        return cut < 0
                ? new String[] {whole, ""}
                : new String[] {whole.substring(0, cut).strip(), whole.substring(cut + 1)};
    }

    private @Nullable String language(Table.Row row, List<Remark> remarks) {
        String typed = first(row, ContactField.LANGUAGE, "");
        String language = typed.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (language.isEmpty() || language.matches("[a-z]{2,3}")) {
            return language.isEmpty() ? null : language;
        }
        remarks.add(Remark.of("exchange.line.language-left-out", typed));
        return null;
    }

    private @Nullable String background(Table.Row row) {
        List<String> parts = Stream.concat(all(row, ContactField.BACKGROUND), all(row, ContactField.LINK))
                .toList();
        return parts.isEmpty() ? null : String.join("\n", parts);
    }

    private List<EmailLine> emails(Table.Row row, List<Remark> remarks) {
        List<EmailLine> emails = new ArrayList<>();
        Map<ContactField, EmailLine.Kind> kinds = Map.of(
                ContactField.EMAIL_WORK, EmailLine.Kind.WORK,
                ContactField.EMAIL_PRIVATE, EmailLine.Kind.PRIVATE,
                ContactField.EMAIL_OTHER, EmailLine.Kind.OTHER);
        kinds.keySet().stream().sorted().forEach(field -> all(row, field).forEach(typed -> EmailAddress.read(typed)
                .ifPresentOrElse(
                        address -> emails.add(new EmailLine(Objects.requireNonNull(kinds.get(field)), address)),
                        () -> remarks.add(Remark.of("exchange.line.email-left-out", typed)))));
        return emails;
    }

    private List<PhoneLine> phones(Table.Row row, List<Remark> remarks) {
        List<PhoneLine> phones = new ArrayList<>();
        Map<ContactField, PhoneLine.Kind> kinds = Map.of(
                ContactField.PHONE_WORK, PhoneLine.Kind.WORK,
                ContactField.PHONE_MOBILE, PhoneLine.Kind.MOBILE,
                ContactField.PHONE_HOME, PhoneLine.Kind.HOME,
                ContactField.PHONE_OTHER, PhoneLine.Kind.OTHER);
        kinds.keySet().stream().sorted().forEach(field -> all(row, field)
                .forEach(typed -> PhoneNumbers.read(typed, region)
                        .ifPresentOrElse(
                                number -> phones.add(new PhoneLine(Objects.requireNonNull(kinds.get(field)), number)),
                                () -> remarks.add(Remark.of("exchange.line.phone-left-out", typed)))));
        return phones;
    }

    /** A status that is none of our stages is worth keeping too. */
    private List<String> tags(Table.Row row) {
        Stream<String> tags = all(row, ContactField.TAGS).flatMap(cell -> Arrays.stream(cell.split("[,;]")));
        String status = first(row, ContactField.STAGE);
        return status == null || stage(row) != null
                ? tags.toList()
                : Stream.concat(tags, Stream.of(status)).toList();
    }

    private @Nullable String stage(Table.Row row) {
        return stages.get(first(row, ContactField.STAGE, "").toLowerCase(Locale.ROOT));
    }

    private Stream<String> all(Table.Row row, ContactField field) {
        return Stream.iterate(0, at -> at < row.cells().size(), at -> at + 1)
                .filter(at -> columns.get(at) == field)
                .map(at -> row.cells().get(at))
                .filter(cell -> !cell.isBlank());
    }

    private @Nullable String first(Table.Row row, ContactField field) {
        return all(row, field).findFirst().orElse(null);
    }

    private String first(Table.Row row, ContactField field, String otherwise) {
        return all(row, field).findFirst().orElse(otherwise);
    }
}
