package org.attune.people;

import java.util.Locale;

/** An e-mail address and what it is for. */
public record EmailLine(Kind kind, String address) {

    /** What an address is for. */
    public enum Kind {
        WORK,
        PRIVATE,
        OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static EmailLine work(String address) {
        return new EmailLine(Kind.WORK, address);
    }
}
