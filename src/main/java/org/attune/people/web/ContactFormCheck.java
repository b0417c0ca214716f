package org.attune.people.web;

import java.util.List;
import java.util.Objects;
import org.attune.access.Organisation;
import org.attune.people.EmailAddress;
import org.attune.people.PhoneNumbers;
import org.attune.people.Pronoun;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Looks at all fields at once, so that everything that needs another look is said in one go. What no page of ours sends is answered with nothing. */
@Component
class ContactFormCheck {

    private final Organisation organisation;

    ContactFormCheck(Organisation organisation) {
        this.organisation = organisation;
    }

    void look(ContactForm form, BindingResult errors) {
        if (errors.getTarget() == null) {
            throw new NotSeen("a form like this");
        }
        if (form.givenName() == null && form.familyName() == null) {
            errors.rejectValue("givenName", "people.contact.name.missing");
        }
        if (Choices.one(Pronoun.class, form.pronoun()).isEmpty()) {
            errors.rejectValue("pronoun", "people.choose");
        }
        if (form.language() != null && !form.language().matches("[a-z]{2,3}")) {
            errors.rejectValue("language", "people.contact.language.unknown");
        }
        days("idealDays", form.idealDays(), errors);
        days("longestDays", form.longestDays(), errors);
        if (form.idealDays() == null && form.longestDays() != null) {
            errors.rejectValue("idealDays", "people.contact.rhythm.both");
        }
        emails(Objects.requireNonNull(form.emails()), errors);
        phones(Objects.requireNonNull(form.phones()), errors);
    }

    private static void days(String field, @Nullable String typed, BindingResult errors) {
        if (typed != null && !typed.matches("[0-9]{1,4}")) {
            errors.rejectValue(field, "people.contact.rhythm.number");
        }
    }

    private static void emails(List<EmailRow> rows, BindingResult errors) {
        for (int row = 0; row < rows.size(); row++) {
            String address = rows.get(row).address();
            if (address != null && EmailAddress.read(address).isEmpty()) {
                errors.rejectValue(
                        "emails[" + row + "].address", "people.contact.email.wrong", new Object[] {address}, null);
            }
        }
    }

    private void phones(List<PhoneRow> rows, BindingResult errors) {
        String region = organisation.current().region();
        for (int row = 0; row < rows.size(); row++) {
            String number = rows.get(row).number();
            if (number != null && PhoneNumbers.read(number, region).isEmpty()) {
                errors.rejectValue(
                        "phones[" + row + "].number",
                        "people.contact.phone.wrong",
                        new Object[] {number, PhoneNumbers.example(region)},
                        null);
            }
        }
    }
}
