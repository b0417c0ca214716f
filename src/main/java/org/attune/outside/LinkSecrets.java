package org.attune.outside;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.attune.platform.Seal;
import org.springframework.stereotype.Component;

/**
 * The secrets in links: 256 bits under a key that is not in the database, so that nobody can guess one and who made it can copy it
 * again. What is kept is a hash; it goes on opening links that were made under another key.
 */
@Component
class LinkSecrets {

    private final Seal seal;

    LinkSecrets(Seal seal) {
        this.seal = seal;
    }

    String of(LinkKind kind, OutsideLinkId id) {
        byte[] mark = seal.mark("outside link " + kind.word() + " " + id.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    static String hash(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    /** What the form on the page carries: it says that the page was open, and is nothing anybody could send without the link. */
    static String token(String secret) {
        return HexFormat.of().formatHex(digest("answer to " + secret), 0, 16);
    }

    private static byte[] digest(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
