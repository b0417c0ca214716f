package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.attune.health.HealthCourse.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How health moved, as a line of ninety days. */
class HealthCourseTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void itStaysWhatItIsUntilItChanges() {
        HealthCourse course =
                HealthCourse.of(List.of(point(400, 40), point(45, 100)), TODAY).orElseThrow();
        assertThat(course.line()).isEqualTo("M0.0 20.0H60.0V2.0H120.0");
        assertThat(course.area()).isEqualTo("M0.0 34V20.0H60.0V2.0H120.0V34Z");
        assertThat(course.since()).isEqualTo(TODAY.minusDays(90));
        assertThat(course.first()).isEqualTo(40);
        assertThat(course.last()).isEqualTo(100);
        assertThat(course.isMoved()).isTrue();
    }

    @Test
    void whereItWasUnknownThereIsNoLine() {
        HealthCourse course = HealthCourse.of(List.of(point(90, 50), point(60, null), point(30, 50)), TODAY)
                .orElseThrow();
        assertThat(course.line()).isEqualTo("M0.0 17.0H40.0M80.0 17.0H120.0");
        assertThat(course.isMoved()).isFalse();
    }

    @Test
    void whoBecameKnownLaterBeginsThere() {
        HealthCourse course =
                HealthCourse.of(List.of(point(80, null), point(30, 50)), TODAY).orElseThrow();
        assertThat(course.since()).isEqualTo(TODAY.minusDays(30));
        assertThat(course.line()).isEqualTo("M0.0 17.0H120.0");
    }

    @Test
    void whereThereIsNoScoreNowThereIsNothingToDraw() {
        assertThat(HealthCourse.of(List.of(), TODAY)).isEmpty();
        assertThat(HealthCourse.of(List.of(point(0, 50)), TODAY)).isEmpty();
        assertThat(HealthCourse.of(List.of(point(30, 50), point(3, null)), TODAY))
                .isEmpty();
    }

    private static Point point(int daysAgo, @Nullable Integer score) {
        return new Point(TODAY.minusDays(daysAgo), score);
    }
}
