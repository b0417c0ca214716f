package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTests {

    private static final String SAID = "The surcharges are on my list,\nand nobody else writes them down.";

    @Test
    void isTheVeryWords() {
        assertThat(Excerpt.within(SAID, " on my list,\r\nand nobody ")).isEqualTo("on my list,\nand nobody");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", SAID})
    void isNothingWhereAllOfItIsMeant(@Nullable String marked) {
        assertThat(Excerpt.within(SAID, marked)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the surcharges", "nobody writes them down", "x"})
    void isRefusedWhereTheyDidNotSayThat(String marked) {
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> Excerpt.within(SAID, marked));
    }

    @Test
    void cannotBeTakenFromErasedWords() {
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> Excerpt.within(null, "list"));
    }
}
