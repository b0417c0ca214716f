package org.attune.access;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An app for one-time codes, told the secret that a page shows. It gives each code once: where it is asked too soon, it
 * takes the next, which the clocks of two machines allow.
 */
public final class CodeApp {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern SHOWN = Pattern.compile("((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})");

    private final byte[] secret;
    private long given;

    private CodeApp(byte[] secret) {
        this.secret = secret;
    }

    public static CodeApp toldBy(@Nullable String page) {
        Matcher shown = SHOWN.matcher(String.valueOf(page));
        if (!shown.find()) {
            throw new AssertionError("no secret on this page: " + page);
        }
        return new CodeApp(bytes(shown.group(1).replace(" ", "")));
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int five = BASE_32.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((five >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    /** A code that was not given before: of this step, or the one after. */
    public String code() {
        long now = Totp.step(Instant.now());
        given = Math.max(given + 1, now);
        return Totp.code(secret, given, 6);
    }

    /** The one it gave last. */
    public String sameAgain() {
        return Totp.code(secret, given, 6);
    }

    public String codeOf(Instant moment) {
        return Totp.code(secret, Totp.step(moment), 6);
    }
}
