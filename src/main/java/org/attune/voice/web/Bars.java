package org.attune.voice.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Small bars, one for each week or month.
 *
 * @param width of the drawing, in its own units; it is 20 high
 */
record Bars(int width, List<Rect> rects) {

    private static final double HEIGHT = 20;
    private static final double LOWEST = 1.5;
    private static final int STEP = 6;

    record Rect(int x, String y, String height) {}

    /** @param most the highest bar there could be, so that bars beside each other can be compared */
    static Bars of(List<Long> counts, long most) {
        List<Rect> rects = new ArrayList<>();
        for (long count : counts) {
            double height = most == 0 ? LOWEST : Math.max(LOWEST, (HEIGHT - 1) * count / most);
            rects.add(new Rect(rects.size() * STEP, number(HEIGHT - height), number(height)));
        }
        return new Bars(counts.size() * STEP, rects);
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }
}
