package org.attune.people;

import java.util.Locale;

/**
 * A phone number and what it is for.
 *
 * @param number as it was typed, or in the form E.164 with {@code ;ext=} where there is an extension
 */
public record PhoneLine(Kind kind, String number) {

    /** Where a number rings. */
    public enum Kind {
        WORK,
        MOBILE,
        HOME,
        OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static PhoneLine work(String number) {
        return new PhoneLine(Kind.WORK, number);
    }
}
