package org.attune.people.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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

    static List<MergeChoice> between(MergePreview preview, Choices choices) {
        ContactDetails kept = preview.kept().details();
        ContactDetails absorbed = preview.absorbed().details();
        return Arrays.stream(MergeField.values())
                .map(field -> of(field, value(field, kept), value(field, absorbed), choices))
                .filter(choice -> !Objects.equals(choice.here(), choice.there()))
                .toList();
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
