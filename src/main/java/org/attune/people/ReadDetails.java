package org.attune.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.attune.access.Organisation;
import org.attune.platform.PlainText;
import org.attune.platform.RuleRefused;
import org.springframework.stereotype.Component;

/** Turns what was typed about a contact into what is kept: addresses and numbers in one form, each once. */
@Component
class ReadDetails {

    private final Organisation organisation;

    ReadDetails(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @throws RuleRefused for the first address or number that cannot be one, naming its line */
    ContactDetails details(ContactDetails typed) {
        return typed.with(emails(typed.emails()), phones(typed.phones()));
    }

    private static List<EmailLine> emails(List<EmailLine> typed) {
        Set<String> seen = new HashSet<>();
        List<EmailLine> kept = new ArrayList<>();
        for (int line = 0; line < typed.size(); line++) {
            EmailLine email = typed.get(line);
            if (PlainText.line(email.address()).isEmpty()) {
                continue;
            }
            String field = "emails[" + line + "].address";
            String address = EmailAddress.read(email.address())
                    .orElseThrow(() -> new RuleRefused("people.contact.email.wrong", field, email.address()));
            if (seen.add(address.toLowerCase(Locale.ROOT))) {
                kept.add(new EmailLine(email.kind(), address));
            }
        }
        return kept;
    }

    private List<PhoneLine> phones(List<PhoneLine> typed) {
        Set<String> seen = new HashSet<>();
        List<PhoneLine> kept = new ArrayList<>();
        String region = typed.isEmpty() ? "" : organisation.current().region();
        for (int line = 0; line < typed.size(); line++) {
            PhoneLine phone = typed.get(line);
            if (PlainText.line(phone.number()).isEmpty()) {
                continue;
            }
            String field = "phones[" + line + "].number";
            String number = PhoneNumbers.read(phone.number(), region)
                    .orElseThrow(() -> new RuleRefused(
                            "people.contact.phone.wrong", field, phone.number(), PhoneNumbers.example(region)));
            if (seen.add(number)) {
                kept.add(new PhoneLine(phone.kind(), number));
            }
        }
        return kept;
    }
}
