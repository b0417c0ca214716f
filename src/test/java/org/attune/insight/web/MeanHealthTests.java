package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.attune.insight.Bands;
import org.junit.jupiter.api.Test;

/** An average is compared with another one only where both are of enough relationships. */
class MeanHealthTests {

    @Test
    void ofOneRelationshipAndOfFortyNoDifferenceIsSaid() {
        assertThat(MeanHealth.change(steady(40), steady(1))).isNull();
        assertThat(MeanHealth.change(steady(4), steady(40))).isNull();
        assertThat(MeanHealth.change(steady(40), new Bands(Map.of(), 0))).isNull();
        assertThat(MeanHealth.change(steady(5), steady(5))).isNotNull();
    }

    private static Bands steady(long many) {
        return new Bands(Map.of("steady", many, "unknown", 30L), many * 70);
    }
}
