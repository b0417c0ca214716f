package org.attune.platform.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A conversation at a glance: one bar per turn, theirs above the line, ours below; hollow where we asked, solid where we
 * answered, thin where we told. Height is the square root of the words, so that a long speech does not flatten the rest.
 *
 * @param says the sentence that stands for the picture where it cannot be seen
 */
public record Waveform(String says, double width, double height, List<WaveBar> bars) {

    private static final double THINNEST = 2.5;

    public Waveform {
        bars = List.copyOf(bars);
    }

    /** Whose turn it was and what we did in it. */
    public enum Turn {
        HEARD,
        ASKED,
        RESPONDED,
        TOLD
    }

    /** One turn as the waveform sees it. */
    public record Beat(Turn turn, int words) {}

    /** How wide a bar is, how far the next one stands off, and how tall the picture. */
    private record Scale(double bar, double gap, double height, double round) {

        double middle() {
            return height / 2;
        }
    }

    private static final Scale SMALL = new Scale(4, 3, 28, 2);
    private static final Scale LARGE = new Scale(7, 5, 56, 2);

    /** For lists and lines of text. */
    public static Waveform small(String says, List<Beat> beats) {
        return drawn(says, beats, SMALL);
    }

    /** For the balance and for places with room. */
    public static Waveform large(String says, List<Beat> beats) {
        return drawn(says, beats, LARGE);
    }

    /** What an empty list shows: a conversation, not a hole. */
    public static Waveform ofAnEmptyPlace(String says) {
        return large(
                says,
                List.of(
                        new Beat(Turn.HEARD, 34),
                        new Beat(Turn.ASKED, 9),
                        new Beat(Turn.HEARD, 44),
                        new Beat(Turn.ASKED, 12),
                        new Beat(Turn.HEARD, 27),
                        new Beat(Turn.RESPONDED, 16),
                        new Beat(Turn.HEARD, 41)));
    }

    public double middle() {
        return height / 2;
    }

    private static Waveform drawn(String says, List<Beat> beats, Scale scale) {
        int most = beats.stream().mapToInt(Beat::words).max().orElse(0);
        List<WaveBar> bars = new ArrayList<>();
        double x = 0;
        for (Beat beat : beats) {
            bars.add(bar(beat, x, most, scale));
            x += scale.bar() + scale.gap();
        }
        return new Waveform(says, Math.max(x - scale.gap(), scale.bar()), scale.height(), bars);
    }

    private static WaveBar bar(Beat beat, double x, int most, Scale scale) {
        double tall = tall(beat.words(), most, scale);
        double below = scale.middle() + 1;
        double wide = scale.bar();
        return switch (beat.turn()) {
            case HEARD -> new WaveBar("u", x, tenth(scale.middle() - 1 - tall), wide, tall, scale.round());
            // The stroke of a hollow bar lies half outside it, so the bar itself is drawn that much smaller.
            case ASKED ->
                new WaveBar("q", tenth(x + .6), below + .6, tenth(wide - 1.2), tenth(tall - 1.2), scale.round() - .4);
            case RESPONDED -> new WaveBar("d", x, below, wide, tall, scale.round());
            case TOLD -> new WaveBar("d", tenth(x + wide * .3), below, tenth(wide * .4), tall, tenth(wide * .2));
        };
    }

    private static double tall(int words, int most, Scale scale) {
        double room = scale.middle() - 2;
        return most == 0 ? THINNEST : tenth(Math.max(THINNEST, room * Math.sqrt((double) words / most)));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
