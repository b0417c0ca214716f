package org.attune.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.attune.platform.PlainText;

/** Reads phone numbers as people write them and shows them as people read them. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String EXTENSION = ";ext=";

    private PhoneNumbers() {}

    /**
     * The number in the form E.164, or nothing where there is no such number.
     *
     * @param region where numbers without a country code are from, as ISO 3166 has it
     */
    public static Optional<String> read(String typed, String region) {
        return parsed(PlainText.line(typed), region)
                .filter(NUMBERS::isValidNumber)
                .map(PhoneNumbers::kept);
    }

    /** National for numbers of the region itself, international for all others. */
    public static String shown(String kept, String region) {
        return parsed(kept, region)
                .map(number -> NUMBERS.format(number, formatFor(number, region)))
                .orElse(kept);
    }

    /** What a number of the region looks like, to say how one is written. */
    public static String example(String region) {
        PhoneNumber example = NUMBERS.getExampleNumber(region);
        return example == null ? "+44 20 7946 0018" : NUMBERS.format(example, PhoneNumberFormat.NATIONAL);
    }

    private static String kept(PhoneNumber number) {
        String bare = NUMBERS.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? bare + EXTENSION + number.getExtension() : bare;
    }

    private static PhoneNumberFormat formatFor(PhoneNumber number, String region) {
        boolean ours = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region);
        return ours ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
    }

    private static Optional<PhoneNumber> parsed(String typed, String region) {
        try {
            return Optional.of(NUMBERS.parse(typed, region));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
