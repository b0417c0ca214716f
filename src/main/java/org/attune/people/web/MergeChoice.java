package org.attune.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.attune.fields.Answers;
import org.attune.fields.Field;
import org.attune.fields.FieldKind;
import org.attune.fields.FieldWords;
import org.attune.people.ContactDetails;
import org.attune.people.MergeField;
import org.attune.people.MergePreview;
import org.attune.people.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Something in which two contacts differ.
 *
 * @param label what it is
 * @param here how the kept one has it
 * @param there how the absorbed one has it
 * @param taken whether the absorbed one's is proposed: where the kept one has none
 */
record MergeChoice(
        String field,
        String label,
        @Nullable String here,
        @Nullable String there,
        boolean taken) {

    /** Before the id of one of the organisation's own fields. */
    static final String OWN = "own:";

    static List<MergeChoice> between(MergePreview preview, Choices choices) {
        ContactDetails kept = preview.kept().details();
        ContactDetails absorbed = preview.absorbed().details();
        return Arrays.stream(MergeField.values())
                .map(field -> of(field, value(field, kept), value(field, absorbed), choices))
                .filter(choice -> !Objects.equals(choice.here(), choice.there()))
                .toList();
    }

    /** Of each of the organisation's own fields in which they differ; several choices come together anyway. */
    static List<MergeChoice> betweenOwn(List<Field> fields, Answers kept, Answers absorbed, FieldWords words) {
        return fields.stream()
                .filter(field -> field.kind() != FieldKind.CHOICES
                        && !kept.of(field.id()).equals(absorbed.of(field.id())))
                .map(field -> new MergeChoice(
                        OWN + field.id(),
                        field.name(),
                        said(words, field, kept),
                        said(words, field, absorbed),
                        !kept.isAnswered(field.id())))
                .toList();
    }

    private static @Nullable String said(FieldWords words, Field field, Answers answers) {
        return answers.isAnswered(field.id()) ? words.line(field, answers).text() : null;
    }

    private static MergeChoice of(MergeField field, @Nullable String here, @Nullable String there, Choices choices) {
        return new MergeChoice(field.name(), choices.mergeField(field), here, there, here == null);
    }

    private static @Nullable String value(MergeField field, ContactDetails details) {
        return switch (field) {
            case NAME -> details.name();
            case PRONOUN -> pronoun(details);
            case JOB_TITLE -> details.jobTitle();
            case COMPANY -> details.company();
            case LANGUAGE -> details.language();
            case SOURCE -> details.source();
            case FOUND_US -> details.foundUs();
            case BACKGROUND -> details.background();
            case RHYTHM -> rhythm(details.rhythm());
        };
    }

    private static @Nullable String pronoun(ContactDetails details) {
        String word = details.pronoun().word();
        return word.equals("unknown") ? null : word;
    }

    private static @Nullable String rhythm(@Nullable Rhythm rhythm) {
        return rhythm == null ? null : rhythm.idealDays() + " / " + rhythm.longestDays();
    }
}
