package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuadrantTests {

    @Test
    void healthyIsSixtyAndMore() {
        assertThat(Quadrant.of(60, true)).isEqualTo(Quadrant.HEALTHY_SELLING);
        assertThat(Quadrant.of(59, true)).isEqualTo(Quadrant.SELLING);
        assertThat(Quadrant.of(60, false)).isEqualTo(Quadrant.HEALTHY);
        assertThat(Quadrant.of(59, false)).isEqualTo(Quadrant.NEITHER);
    }

    @Test
    void whoseHealthIsUnknownIsInNoneOfTheFourWhetherTheyBuyOrNot() {
        assertThat(Quadrant.of(null, true)).isEqualTo(Quadrant.UNKNOWN);
        assertThat(Quadrant.of(null, false)).isEqualTo(Quadrant.UNKNOWN);
    }
}
