package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a theme is said to rise or fade. */
class MovementTests {

    @Test
    void saysNothingOfAFew() {
        assertThat(Movement.of(4, 1, 100, 100)).isEqualTo(Movement.TOO_FEW);
        assertThat(Movement.of(0, 0, 0, 0)).isEqualTo(Movement.TOO_FEW);
    }

    @Test
    void saysNothingWhereNothingWasWrittenDownBefore() {
        assertThat(Movement.of(40, 0, 400, 0)).isEqualTo(Movement.TOO_FEW);
    }

    @Test
    void risesWhereItsShareDoes() {
        assertThat(Movement.of(34, 14, 200, 200)).isEqualTo(Movement.RISING);
        assertThat(Movement.of(14, 34, 200, 200)).isEqualTo(Movement.FADING);
        assertThat(Movement.of(24, 22, 200, 200)).isEqualTo(Movement.STEADY);
        assertThat(Movement.of(14, 0, 200, 200)).isEqualTo(Movement.NEW);
    }

    @Test
    void doesNotRiseOnlyBecauseMoreWasWrittenDown() {
        assertThat(Movement.of(40, 20, 400, 200)).isEqualTo(Movement.STEADY);
    }
}
