package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTests {

    @ParameterizedTest
    @CsvSource({"MONTH, 24000.00, 36000.00", "YEAR, 2000.00, 3000.00", "ONCE, 2000.00, 3000.00"})
    void comesToThisWithinTwelveMonths(Per per, BigDecimal low, BigDecimal high) {
        Cost year = cost("2000", "3000", "EUR", per).perYear();

        assertThat(year).isEqualTo(new Cost(low, high, "EUR", Per.YEAR));
    }

    @Test
    void keepsCentsExactly() {
        assertThat(cost("0.07", null, "EUR", Per.MONTH).perYear().low()).isEqualByComparingTo("0.84");
    }

    @Test
    void isOneAmountWhereBothEndsAreTheSame() {
        Cost cost = cost("10", "10.00", "EUR", Per.YEAR);

        assertThat(cost.isRange()).isFalse();
        assertThat(cost.upTo()).isEqualByComparingTo("10");
        assertThat(cost).isEqualTo(cost("10.0", null, "EUR", Per.YEAR));
    }

    @ParameterizedTest
    @CsvSource({
        "0, , EUR, low",
        "-1, , EUR, low",
        "1.005, , EUR, low",
        "99999999999999, , EUR, low",
        "10, 9, EUR, high",
        "10, 0, EUR, high",
        "10, , eur, currency",
        "10, , Euro, currency"
    })
    void isNotTaken(String low, @Nullable String high, String currency, String field) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> cost(low, high, currency, Per.YEAR))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Cost cost(String low, @Nullable String high, String currency, Per per) {
        return new Cost(new BigDecimal(low), high == null ? null : new BigDecimal(high), currency, per);
    }
}
