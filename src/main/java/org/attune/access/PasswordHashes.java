package org.attune.access;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
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
        nobodys = Objects.requireNonNull(encoder.encode("nobody has this password"));
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

    /** Whether one would keep it otherwise today. */
    boolean isOld(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
