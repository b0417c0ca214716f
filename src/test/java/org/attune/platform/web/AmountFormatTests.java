package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountFormatTests {

    private static final Locale ENGLISH = Locale.UK;
    private static final Locale GERMAN = Locale.GERMANY;

    private final AmountFormat amounts = new AmountFormat();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4200; 4200",
                "4200.50; 4200.50",
                "4200,50; 4200.50",
                "4200,5; 4200.5",
                "1.234,5; 1234.5",
                "1,234.5; 1234.5",
                "1.234.567; 1234567",
                "1,234,567; 1234567",
                "1.234.567,89; 1234567.89",
                "12 345,60; 12345.60",
                "12\u202f345,60; 12345.60",
                "12’345.60; 12345.60",
                "0.125; 0.125",
                "0,125; 0.125",
                "-3; -3"
            })
    void whatCanBeReadInOneWayIsReadSoWhereverSomebodyIs(String typed, BigDecimal amount) throws ParseException {
        assertThat(amounts.parse(typed, ENGLISH)).isEqualTo(amount);
        assertThat(amounts.parse(typed, GERMAN)).isEqualTo(amount);
    }

    @Test
    void aThousandIsGroupedAsInThePersonsRegion() throws ParseException {
        assertThat(amounts.parse("1,234", ENGLISH)).isEqualTo("1234");
        assertThat(amounts.parse("1.234", GERMAN)).isEqualTo("1234");
        assertThat(amounts.parse("1.234", Locale.forLanguageTag("en-DE"))).isEqualTo("1234");
    }

    @Test
    void whatBothHabitsWouldReadDifferentlyIsNotGuessed() {
        assertThatExceptionOfType(AmbiguousAmount.class)
                .isThrownBy(() -> amounts.parse("1.234", ENGLISH))
                .satisfies(two -> assertThat(two.readings()).containsExactly("1234", "1.23"));
        assertThatExceptionOfType(AmbiguousAmount.class)
                .isThrownBy(() -> amounts.parse("12,345", GERMAN))
                .satisfies(two -> assertThat(two.readings()).containsExactly("12345", "12,34"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "four", "1e9", "1.2.3", "1,2,3", "1.23,4.5", "12.34,5", "1..2", "--1", "€ 5", "NaN", ".5"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> amounts.parse(typed, GERMAN));
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> amounts.parse(typed, ENGLISH));
    }

    @Test
    void noAmountIsTooLongToBeRefusedAtOnce() {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> amounts.parse("1".repeat(100_000), GERMAN));
    }

    @Test
    void isWrittenIntoTheFormAsItIsTypedThere() {
        assertThat(amounts.print(new BigDecimal("1234.50"), GERMAN)).isEqualTo("1234,50");
        assertThat(amounts.print(new BigDecimal("1234.50"), ENGLISH)).isEqualTo("1234.50");
        assertThat(amounts.print(new BigDecimal("1234.50"), Locale.forLanguageTag("en-FR")))
                .isEqualTo("1234,50");
    }
}
