package org.attune.platform;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type into one line or a few, freed of what cannot be seen and only makes two same things differ. */
public final class PlainText {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cs}\\p{Cn}\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final Pattern CONTROL_BUT_LINE_ENDS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

    private PlainText() {}

    /** One line; empty where there was nothing. */
    public static String line(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String seen = CONTROL.matcher(composed(typed)).replaceAll(" ");
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    public static @Nullable String lineOrNothing(@Nullable String typed) {
        String line = line(typed);
        return line.isEmpty() ? null : line;
    }

    /** Several lines; absent where there was nothing. */
    public static @Nullable String linesOrNothing(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String lines = CONTROL_BUT_LINE_ENDS
                .matcher(composed(typed.replace("\r\n", "\n")))
                .replaceAll("")
                .strip();
        return lines.isEmpty() ? null : lines;
    }

    public static boolean saysSomething(String text) {
        return LETTER_OR_DIGIT.matcher(text).find();
    }

    /** As PostgreSQL counts. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String composed(String typed) {
        return Normalizer.normalize(UNSEEN.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
    }
}
