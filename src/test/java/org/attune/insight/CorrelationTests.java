package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTests {

    @Test
    void whatRisesTogetherIsOneHoweverFar() {
        assertThat(Correlation.of(new double[] {1, 2, 3, 4}, new double[] {10, 20, 21, 9000}))
                .hasValue(1);
    }

    @Test
    void whatFallsWhereTheOtherRisesIsMinusOne() {
        assertThat(Correlation.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .hasValue(-1);
    }

    @Test
    void whatNeverChangesGoesWithNothing() {
        assertThat(Correlation.of(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                .isEmpty();
        assertThat(Correlation.of(new double[] {1}, new double[] {5})).isEmpty();
        assertThat(Correlation.of(new double[0], new double[0])).isEmpty();
    }

    @Test
    void equalValuesShareTheirPlace() {
        assertThat(Correlation.ranks(new double[] {7, 3, 7, 9})).containsExactly(2.5, 1, 2.5, 4);
    }

    @Test
    void isWhatIsWrittenInTextbooks() {
        double[] iq = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
        double[] hours = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};

        assertThat(Correlation.of(iq, hours).orElseThrow()).isCloseTo(-29 / 165.0, within(1e-12));
    }

    @Test
    void aValueOfOneNeedsAValueOfTheOther() {
        assertThatThrownBy(() -> Correlation.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
