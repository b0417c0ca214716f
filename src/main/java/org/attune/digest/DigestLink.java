package org.attune.digest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.platform.Seal;
import org.springframework.stereotype.Component;

/**
 * The secret in the link with which somebody stops their letter: who they are, under seal. Nobody can make one without the key,
 * it opens nothing else, and it works for as long as the key is the same.
 */
@Component
class DigestLink {

    private static final String WHAT_FOR = "stop the digest of ";

    private final Seal seal;

    DigestLink(Seal seal) {
        this.seal = seal;
    }

    String of(UserId person) {
        byte[] closed = seal.close((WHAT_FOR + person.value()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(closed);
    }

    /** Whose it is; nothing where it is none of ours. */
    Optional<UserId> open(String secret) {
        try {
            return seal.open(Base64.getUrlDecoder().decode(secret))
                    .map(open -> new String(open, StandardCharsets.UTF_8))
                    .filter(words -> words.startsWith(WHAT_FOR))
                    .map(words -> new UserId(UUID.fromString(words.substring(WHAT_FOR.length()))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
