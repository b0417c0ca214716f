package org.attune.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** By which a file, and a line of one, is recognised when it comes again. */
final class Digest {

    private Digest() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What stands in the cells counts, not how they were quoted. */
    static String of(List<String> cells) {
        return of(String.join("\u001f", cells).getBytes(StandardCharsets.UTF_8));
    }
}
