package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHashesTests {

    private static final String PASSWORD = "seven slow barges at dawn";

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void aPasswordIsKeptAsArgon2idWithNineteenMebibytesAndTwoPasses() {
        assertThat(hashes.of(PASSWORD))
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(hashes.of(PASSWORD));
        assertThat(hashes.nobodys()).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void onlyThePasswordItselfFits() {
        String kept = hashes.of(PASSWORD);

        assertThat(hashes.fit(PASSWORD, kept)).isTrue();
        assertThat(hashes.fit(PASSWORD + " ", kept)).isFalse();
        assertThat(hashes.fit(PASSWORD, hashes.nobodys())).isFalse();
    }

    @Test
    void whatWasMadeMoreEasilyIsOld() {
        assertThat(hashes.isOld("{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 8 * 1024, 1).encode(PASSWORD)))
                .isTrue();
        assertThat(hashes.isOld(hashes.of(PASSWORD))).isFalse();
        assertThat(hashes.isOld(hashes.nobodys()))
                .as("takes as long to compare")
                .isFalse();
    }
}
