package org.attune.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/**
 * One of the figures about offers, as its link names it: {@code open}, {@code pulled}, {@code pushed}, {@code no-day}, {@code late}, {@code soon},
 * {@code amount:EUR}, {@code pulled-amount:EUR}, {@code pushed-amount:EUR}, {@code month-pulled:2026-12}, {@code month-pushed:2026-12},
 * {@code no-day-pulled}, {@code no-day-pushed}.
 *
 * @param amounts whether money is added up; otherwise offers are counted
 */
record OfferFigure(
        boolean amounts,
        @Nullable Boolean pulled,
        @Nullable String currency,
        @Nullable LocalDate month,
        @Nullable String days) {

    static OfferFigure parse(String figure) {
        int cut = figure.indexOf(':');
        String name = cut < 0 ? figure : figure.substring(0, cut);
        String of = cut < 0 ? "" : figure.substring(cut + 1);
        return switch (name) {
            case "open", "pulled", "pushed" -> counted(how(name), null, of);
            case "no-day", "no-day-pulled", "no-day-pushed" -> counted(how(name), "none", of);
            case "late", "soon" -> counted(null, name, of);
            case "amount", "pulled-amount", "pushed-amount" ->
                new OfferFigure(true, how(name), currency(of), null, null);
            case "month-pulled", "month-pushed" -> new OfferFigure(false, how(name), null, month(of), "month");
            default -> throw new NotSeen("figure " + figure);
        };
    }

    private static OfferFigure counted(@Nullable Boolean pulled, @Nullable String days, String of) {
        if (!of.isEmpty()) {
            throw new NotSeen("figure of " + of);
        }
        return new OfferFigure(false, pulled, null, null, days);
    }

    private static @Nullable Boolean how(String name) {
        if (name.contains("pulled")) {
            return true;
        }
        return name.contains("pushed") ? false : null;
    }

    private static String currency(String of) {
        if (!of.matches("[A-Z]{3}")) {
            throw new NotSeen("currency");
        }
        return of;
    }

    private static LocalDate month(String of) {
        try {
            return YearMonth.parse(of).atDay(1);
        } catch (DateTimeException none) {
            throw new NotSeen("month");
        }
    }
}
