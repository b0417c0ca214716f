package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTests {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "96, 1",
        "97, 2",
        "192, 2",
        "193, 5",
        "480, 5",
        "481, 10",
        "961, 20",
        "1921, 50",
        "70000, 1000"
    })
    void oneStandsForSoManyThatTheyCanBeLookedAt(long largest, long each) {
        assertThat(Marks.of(largest).each()).isEqualTo(each);
    }

    @Test
    void whoeverIsThereIsSeen() {
        Marks marks = Marks.of(960);

        assertThat(drawn(marks, 0)).isZero();
        assertThat(drawn(marks, 1)).isEqualTo(1);
        assertThat(drawn(marks, 11)).isEqualTo(2);
        assertThat(drawn(marks, 960)).isEqualTo(96);
    }

    @Test
    void theLargestFillsTheBoxAndLeavesNone() {
        assertThat(Marks.of(1).height()).isEqualTo(11);
        assertThat(Marks.of(12).height()).isEqualTo(11);
        assertThat(Marks.of(13).height()).isEqualTo(22);
        assertThat(Marks.of(96).height()).isEqualTo(88);
    }

    private static long drawn(Marks marks, long many) {
        return marks.path(many, Marks.Shape.ROUND).chars().filter(c -> c == 'M').count();
    }
}
