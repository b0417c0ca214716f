package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attune.platform.web.Waveform.Beat;
import org.attune.platform.web.Waveform.Turn;
import org.junit.jupiter.api.Test;

class WaveformTests {

    @Test
    void theirsRiseAboveTheLineAndOursHangBelowIt() {
        Waveform wave = Waveform.small("", List.of(new Beat(Turn.HEARD, 40), new Beat(Turn.RESPONDED, 40)));

        WaveBar theirs = wave.bars().get(0);
        WaveBar ours = wave.bars().get(1);
        assertThat(theirs.y() + theirs.height()).isLessThan(wave.middle());
        assertThat(ours.y()).isGreaterThan(wave.middle());
        assertThat(theirs.look()).isEqualTo("u");
        assertThat(ours.look()).isEqualTo("d");
    }

    @Test
    void aSpeechFourTimesAsLongIsTwiceAsTall() {
        Waveform wave = Waveform.large("", List.of(new Beat(Turn.HEARD, 100), new Beat(Turn.HEARD, 25)));

        assertThat(wave.bars().get(0).height()).isEqualTo(2 * wave.bars().get(1).height());
    }

    @Test
    void theTallestFillsItsHalfAndAWordIsStillSeen() {
        Waveform wave = Waveform.small("", List.of(new Beat(Turn.HEARD, 900), new Beat(Turn.TOLD, 1)));

        assertThat(wave.bars().get(0).height()).isEqualTo(12);
        assertThat(wave.bars().get(0).y()).isEqualTo(1);
        assertThat(wave.bars().get(1).height()).isEqualTo(2.5);
    }

    @Test
    void questionsAreHollowAndWhatWasToldIsThin() {
        Waveform wave = Waveform.small("", List.of(new Beat(Turn.ASKED, 9), new Beat(Turn.TOLD, 9)));

        assertThat(wave.bars().get(0).look()).isEqualTo("q");
        assertThat(wave.bars().get(0).width()).isEqualTo(2.8);
        assertThat(wave.bars().get(1).width()).isEqualTo(1.6);
        assertThat(wave.bars().get(1).x()).isEqualTo(8.2);
    }

    @Test
    void itIsAsWideAsItsTurns() {
        assertThat(Waveform.small("", List.of()).width()).isEqualTo(4);
        assertThat(Waveform.small("", List.of(new Beat(Turn.HEARD, 3), new Beat(Turn.HEARD, 3)))
                        .width())
                .isEqualTo(11);
    }

    @Test
    void turnsWithoutWordsDoNotBreakIt() {
        assertThat(Waveform.small("", List.of(new Beat(Turn.HEARD, 0))).bars())
                .singleElement()
                .satisfies(bar -> assertThat(bar.height()).isEqualTo(2.5));
    }
}
