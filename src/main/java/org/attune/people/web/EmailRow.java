package org.attune.people.web;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.attune.people.EmailLine;
import org.jspecify.annotations.Nullable;

/** One line for an e-mail address. */
record EmailRow(
        @Nullable String kind, @Size(max = 254) @Nullable String address) {

    static EmailRow of(EmailLine line) {
        return new EmailRow(line.kind().name(), line.address());
    }

    static EmailRow empty() {
        return new EmailRow(EmailLine.Kind.WORK.name(), null);
    }

    EmailLine line() {
        return new EmailLine(kindOr(EmailLine.Kind.WORK), address == null ? "" : address);
    }

    private EmailLine.Kind kindOr(EmailLine.Kind usual) {
        return Choices.one(EmailLine.Kind.class, kind == null ? null : kind.toUpperCase(Locale.ROOT))
                .orElse(usual);
    }
}
