package org.attune.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attune.platform.PlainText;

/** An address mail can be sent to, as far as its form tells. */
public final class EmailAddress {

    private static final Pattern LOCAL = Pattern.compile("[^\\s\\p{C}@,;:<>()\\[\\]\\\\\"]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile(
            "([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+(\\p{L}{2,63}|xn--[\\p{L}\\p{N}-]{1,59})");

    private EmailAddress() {}

    /** The address with its domain in small letters, or nothing where it cannot be one. */
    public static Optional<String> read(String typed) {
        String address = PlainText.line(typed);
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > 254) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        boolean wellFormed = LOCAL.matcher(local).matches()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && DOMAIN.matcher(domain).matches();
        return wellFormed ? Optional.of(local + "@" + domain) : Optional.empty();
    }
}
