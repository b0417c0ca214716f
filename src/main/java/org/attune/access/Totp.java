package org.attune.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes of an app: RFC 6238 over RFC 4226, with SHA-1, steps of 30 seconds and six digits, as all apps know them. */
final class Totp {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECONDS = 30;
    private static final int ALLOWED = 1;
    private static final int RECENT = 10;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** 160 bits, as RFC 4226 recommends. */
    static byte[] newSecret() {
        byte[] secret = new byte[20];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /** The code of one step, or by RFC 4226 of one count. */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
        String all = "0".repeat(digits) + number;
        return all.substring(all.length() - digits);
    }

    /** The step this is the code of, if that is now, the one before or the one after. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        return among(secret, code, LongStream.rangeClosed(step(now) - ALLOWED, step(now) + ALLOWED));
    }

    /** Whether it was, or will be, a code of some minutes ago or ahead: somebody was slow, or a clock is wrong. */
    static boolean isOfAnotherTime(byte[] secret, String code, Instant now) {
        return among(secret, code, LongStream.rangeClosed(step(now) - RECENT, step(now) + RECENT))
                .isPresent();
    }

    private static OptionalLong among(byte[] secret, String code, LongStream steps) {
        return steps.filter(step -> code(secret, step, 6).equals(code)).findFirst();
    }

    /** As it is typed into an app. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : secret) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt((buffer >> bits) & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE_32.charAt((buffer << (5 - bits)) & 31)).toString();
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
