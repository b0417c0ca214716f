package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.attune.insight.Bands;
import org.jspecify.annotations.Nullable;

/**
 * A band, as it is drawn beside the others, the best first.
 *
 * @param start where it begins, in per cent of the whole
 * @param width how wide it is
 * @param change against the days before
 */
record BandShare(
        String band,
        long many,
        String start,
        String width,
        @Nullable Change change) {

    private static final double WHOLE = 100;

    static List<BandShare> of(Bands now, Bands before) {
        List<String> best = new ArrayList<>(List.of("unknown", "at_risk", "cooling", "steady", "thriving"));
        Collections.reverse(best);
        List<BandShare> shares = new ArrayList<>();
        double start = 0;
        for (String band : best) {
            double width = now.inAll() == 0 ? 0 : WHOLE * now.of(band) / now.inAll();
            shares.add(new BandShare(band, now.of(band), percent(start), percent(width), change(band, now, before)));
            start += width;
        }
        return List.copyOf(shares);
    }

    /** More of the upper two is good news, more of the lower two is bad; unknown is neither. */
    private static @Nullable Change change(String band, Bands now, Bands before) {
        if (before.inAll() == 0) {
            return null;
        }
        BigDecimal is = BigDecimal.valueOf(now.of(band));
        BigDecimal was = BigDecimal.valueOf(before.of(band));
        return switch (band) {
            case "unknown" -> Change.plain(is, was);
            case "thriving", "steady" -> Change.of(is, was, true);
            default -> Change.of(is, was, false);
        };
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part);
    }
}
