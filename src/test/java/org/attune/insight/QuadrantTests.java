package org.attune.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuadrantTests {

    @Test
    void healthyIsSixtyAndMore() {
        assertThat(Quadrant.of("steady", true)).isEqualTo(Quadrant.HEALTHY_SELLING);
        assertThat(Quadrant.of("cooling", true)).isEqualTo(Quadrant.SELLING);
        assertThat(Quadrant.of("steady", false)).isEqualTo(Quadrant.HEALTHY);
        assertThat(Quadrant.of("cooling", false)).isEqualTo(Quadrant.NEITHER);
    }

    @Test
    void whoseHealthIsUnknownIsInNoneOfTheFourWhetherTheyBuyOrNot() {
        assertThat(Quadrant.of("unknown", true)).isEqualTo(Quadrant.UNKNOWN);
        assertThat(Quadrant.of("unknown", false)).isEqualTo(Quadrant.UNKNOWN);
    }
}
