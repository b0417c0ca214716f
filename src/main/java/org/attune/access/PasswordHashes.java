package org.attune.access;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What is kept of a password, and whether one fits it. How hard that is made is no setting. */
@Component
final class PasswordHashes {

    private final PasswordEncoder encoder;
    private final String nobodys;

    /** Argon2id with 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet. */
    @Autowired
    PasswordHashes() {
        this(19 * 1024, 2);
    }

    PasswordHashes(int kibibytes, int passes) {
        encoder = new DelegatingPasswordEncoder(
                "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, kibibytes, passes)));
        nobodys = "{argon2}$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(kibibytes, passes, random(16), random(32));
    }

    String of(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean fit(String password, @Nullable String hash) {
        return encoder.matches(password, hash);
    }

    /** What a password is compared with where there is no account, so that it takes as long to say no. */
    String nobodys() {
        return nobodys;
    }

    /** What no password leads to; drawn instead of reckoned, which would hold up every start. */
    private static String random(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }

    /** Whether one would keep it otherwise today. */
    boolean isOld(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
