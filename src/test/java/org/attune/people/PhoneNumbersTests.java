package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    @ParameterizedTest
    @ValueSource(strings = {"030 901820", "+49 30 901820", "0049-30-901820", "(030) 90 18 20"})
    void readsTheSameNumberHoweverItIsWritten(String typed) {
        assertThat(PhoneNumbers.read(typed, "DE")).contains("+4930901820");
    }

    @Test
    void showsOurOwnRegionNationallyAndOthersInternationally() {
        assertThat(PhoneNumbers.shown("+4930901820", "DE")).isEqualTo("030 901820");
        assertThat(PhoneNumbers.shown("+442079460018", "DE")).isEqualTo("+44 20 7946 0018");
        assertThat(PhoneNumbers.shown("+442079460018", "GB")).isEqualTo("020 7946 0018");
    }

    @Test
    void keepsTheExtension() {
        String kept = PhoneNumbers.read("+44 20 7946 0018 ext. 42", "DE").orElseThrow();

        assertThat(kept).isEqualTo("+442079460018;ext=42");
        assertThat(PhoneNumbers.shown(kept, "DE"))
                .startsWith("+44 20 7946 0018")
                .endsWith("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12", "+49", "+999 123456", "12345678901234567890", "call me"})
    void refusesWhatNobodyCanRing(String typed) {
        assertThat(PhoneNumbers.read(typed, "DE")).isEmpty();
    }

    @Test
    void knowsAnExampleForEveryRegion() {
        assertThat(PhoneNumbers.read(PhoneNumbers.example("NO"), "NO")).isPresent();
        assertThat(PhoneNumbers.example("ZZ")).isNotBlank();
    }
}
