package org.attune.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.fields.Answers;
import org.attune.people.ContactDetails;
import org.attune.people.EmailLine;
import org.attune.people.PhoneLine;
import org.attune.people.Pronoun;
import org.attune.people.Rhythm;
import org.jspecify.annotations.Nullable;

/** What a script says about a contact, line by line. */
final class Portrait {

    private final List<EmailLine> emails = new ArrayList<>();
    private final List<PhoneLine> phones = new ArrayList<>();
    private final List<String> name;
    private final Map<UUID, List<String>> answers = new HashMap<>();
    private final Names<AskedField> fields;

    private List<String> tags = List.of();
    private @Nullable String company;
    private @Nullable String language;
    private @Nullable String source;
    private @Nullable String foundUs;
    private @Nullable String background;
    private @Nullable Rhythm rhythm;

    Portrait(Cue cue, String company) {
        this.name = cue.phrase().parts(4);
        this.company = company;
        this.fields = cue.cast().fields;
        cue.body().forEach(this::line);
    }

    private void line(Line line) {
        int blank = line.text().indexOf(' ');
        if (blank < 0) {
            throw line.problem("expected a word and what it says");
        }
        String value = line.text().substring(blank + 1).strip();
        switch (line.text().substring(0, blank)) {
            case "mail" -> emails.add(EmailLine.work(value));
            case "phone" -> phones.add(PhoneLine.work(value));
            case "mobile" -> phones.add(new PhoneLine(PhoneLine.Kind.MOBILE, value));
            case "tags" -> tags = Arrays.asList(value.split(", *"));
            case "language" -> language = value;
            case "company" -> company = value.equals("none") ? null : value;
            case "source" -> source = value;
            case "found" -> foundUs = value;
            case "background" -> background = value;
            case "rhythm" -> rhythm = rhythm(new Phrase(line, value));
            default -> asked(line, line.text().substring(0, blank), value);
        }
    }

    private void asked(Line line, String word, String value) {
        if (!fields.has(word)) {
            throw line.problem("is nothing that is known about a contact");
        }
        AskedField field = fields.get(line, word);
        answers.put(field.id(), field.values(line, value));
    }

    Answers answers() {
        return new Answers(answers);
    }

    private static Rhythm rhythm(Phrase days) {
        return new Rhythm(days.number("the best number of days"), days.number("the largest number of days"));
    }

    ContactDetails details() {
        return new ContactDetails(
                name.get(0),
                name.get(1),
                Pronoun.valueOf(name.get(2).toUpperCase(Locale.ROOT)),
                name.get(3),
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
}
