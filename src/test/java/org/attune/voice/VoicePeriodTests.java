package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The days of the voice, and the bars they are drawn in. */
class VoicePeriodTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    @Test
    void twelveWeeksAreTwelveBarsOfSevenDays() {
        VoicePeriod weeks = new VoicePeriod(LAST.minusDays(83), LAST, ZONE);
        assertThat(weeks.starts()).hasSize(12).startsWith(weeks.from());
        assertThat(VoicedThemes.parts(weeks)).allMatch(part -> part.days() == 7);
        assertThat(weeks.before().until()).isEqualTo(weeks.from().minusDays(1));
        assertThat(weeks.before().days()).isEqualTo(84);
    }

    @Test
    void partsCoverEveryDayOnce() {
        for (int days : new int[] {1, 6, 7, 8, 92, 100, 101, 366}) {
            VoicePeriod period = new VoicePeriod(LAST.minusDays(days - 1), LAST, ZONE);
            LocalDate next = period.from();
            for (VoicePeriod part : VoicedThemes.parts(period)) {
                assertThat(part.from()).isEqualTo(next);
                next = part.until().plusDays(1);
            }
            assertThat(next).isEqualTo(LAST.plusDays(1));
        }
    }
}
