package org.attune.people.web;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.attune.people.ContactView.PhoneView;
import org.attune.people.PhoneLine;
import org.jspecify.annotations.Nullable;

/** One line for a phone number. */
record PhoneRow(
        @Nullable String kind, @Size(max = 60) @Nullable String number) {

    static PhoneRow of(PhoneView phone) {
        return new PhoneRow(phone.kind().name(), phone.shown());
    }

    static PhoneRow empty() {
        return new PhoneRow(PhoneLine.Kind.WORK.name(), null);
    }

    PhoneLine line() {
        return new PhoneLine(kindOr(PhoneLine.Kind.WORK), number == null ? "" : number);
    }

    private PhoneLine.Kind kindOr(PhoneLine.Kind usual) {
        return Choices.one(PhoneLine.Kind.class, kind == null ? null : kind.toUpperCase(Locale.ROOT))
                .orElse(usual);
    }
}
