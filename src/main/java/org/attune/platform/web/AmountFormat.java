package org.attune.platform.web;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads amounts as people write them, 1.234,50 as well as 1,234.50, and writes them with the decimal sign of the person's
 * region. What both habits would read differently is not guessed.
 */
class AmountFormat {

    private static final int LONGEST = 40;
    private static final Pattern BLANKS_AND_APOSTROPHES =
            Pattern.compile("(?<=\\d)[\\s\\u00a0\\u202f'\u2019](?=\\d{3})");
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+");

    String print(BigDecimal amount, Locale locale) {
        return amount.toPlainString().replace('.', decimal(locale));
    }

    BigDecimal parse(String typed, Locale locale) throws ParseException {
        String bare = BLANKS_AND_APOSTROPHES.matcher(typed.strip()).replaceAll("");
        if (bare.length() > LONGEST) {
            throw new ParseException("too long", LONGEST);
        }
        char last = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.';
        String whole = bare.indexOf(last) == -1 ? bare : bare.substring(0, bare.lastIndexOf(last));
        String fraction = bare.substring(Math.min(bare.length(), whole.length() + 1));
        return GROUPED.matcher(bare.replace(last, '.')).matches()
                ? groups(bare.replace(String.valueOf(last), ""), whole, fraction, last, locale)
                : plain(ungrouped(whole, last == ',' ? '.' : ','), fraction);
    }

    /** 1.234 is a thousand and more where the point groups; where it does not, nobody knows. */
    private static BigDecimal groups(String digits, String whole, String fraction, char sign, Locale locale)
            throws ParseException {
        if (whole.indexOf(sign) == -1 && sign == decimal(locale)) {
            throw new AmbiguousAmount(digits, whole + sign + fraction.substring(0, 2));
        }
        return plain(digits, "");
    }

    /** Signs before the decimal one have to stand where thousands end. */
    private static String ungrouped(String whole, char sign) throws ParseException {
        if (whole.indexOf(sign) == -1) {
            return whole;
        }
        String grouped = whole.replace(sign, '.');
        if (!GROUPED.matcher(grouped).matches()) {
            throw new ParseException(whole, 0);
        }
        return grouped.replace(".", "");
    }

    private static BigDecimal plain(String whole, String fraction) throws ParseException {
        String plain = fraction.isEmpty() ? whole : whole + "." + fraction;
        if (!PLAIN.matcher(plain).matches()) {
            throw new ParseException(plain, 0);
        }
        return new BigDecimal(plain);
    }

    private static char decimal(Locale locale) {
        return DecimalFormatSymbols.getInstance(Figures.of(locale)).getDecimalSeparator();
    }
}
