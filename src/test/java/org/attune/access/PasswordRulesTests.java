package org.attune.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234", "Password2026!", "P@ssw0rd1234", "passwordpassword", "welcome2026!!",
                        "Summer2025Summer",
                "qwertyuiop123", "1qaz2wsx3edc", "asdfghjkl1234", "123456789012", "abcdefghijkl", "aaaaaaaaaaaa",
                "abcabcabcabc", "iloveyou1234", "letmein123456", "LiverpoolFC2020", "starwars1977!", "q1w2e3r4t5y6",
                "0987654321098", "michael1990!!", "changeme1234!", "1q2w3e4r5t6y7u", "adminadmin123", "zxcvbnm12345",
                "correcthorsebatterystaple"
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(refusal(password)).isEqualTo("access.password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tin kettle sings",
                "violet-gravel-otter",
                "Xk3-pLw9-vvT2",
                "my aunt collects stamps from Peru",
                "ещё один длинный пароль",
                "9fQ!zr$Lw0pa",
                "the heron waits by the weir"
            })
    void takesWhatIsLongAndUnusual(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }

    @Test
    void asksForTwelveCharactersAndTakesUpTo128() {
        assertThat(refusal("kettle-sing")).isEqualTo("access.password.too-short");
        assertThatCode(() -> check("kettle-sings")).doesNotThrowAnyException();
        assertThatCode(() -> check("kettle-sings" + "x-Q7".repeat(29))).doesNotThrowAnyException();
        assertThat(refusal("kettle-sings!" + "x-Q7".repeat(29))).isEqualTo("access.password.too-long");
    }

    @Test
    void refusesOnesOwnNameAndMailbox() {
        assertThat(refusal("Lindqvist-kettle-sings")).isEqualTo("access.password.contains-you");
        assertThat(refusal("kettle-mlq77-sings")).isEqualTo("access.password.contains-you");
    }

    private static String refusal(String password) {
        return assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> check(password))
                .actual()
                .messageKey();
    }

    private static void check(String password) {
        PasswordRules.check(password, "mlq77@attune.example", "Maya Lindqvist", "password");
    }
}
