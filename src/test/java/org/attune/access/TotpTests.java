package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 4226, appendix D, RFC 6238, appendix B, and RFC 4648, section 10. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0,755224", "1,287082", "2,359152", "3,969429", "4,338314",
        "5,254676", "6,287922", "7,162583", "8,399871", "9,520489"
    })
    void countsAsRfc4226Does(long count, String code) {
        assertThat(Totp.code(SECRET, count, 6)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "59,94287082",
        "1111111109,07081804",
        "1111111111,14050471",
        "1234567890,89005924",
        "2000000000,69279037",
        "20000000000,65353130"
    })
    void tellsTheTimeAsRfc6238Does(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesSecretsAsRfc4648Does(String text, String written) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Test
    void takesTheCodeBeforeThisOneAndTheNextAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, near, 6), now)).isEqualTo(OptionalLong.of(near));
        }
        for (long far : new long[] {step - 2, step + 2}) {
            String code = Totp.code(SECRET, far, 6);
            assertThat(Totp.stepOf(SECRET, code, now)).isEmpty();
            assertThat(Totp.isOfAnotherTime(SECRET, code, now)).isTrue();
        }
        assertThat(Totp.isOfAnotherTime(SECRET, Totp.code(SECRET, step - 11, 6), now))
                .isFalse();
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }
}
