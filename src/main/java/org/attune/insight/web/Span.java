package org.attune.insight.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.attune.insight.Period;

/** How far a dashboard looks back from today. */
enum Span {
    WEEKS("4weeks"),
    QUARTER("quarter"),
    YEAR("year");

    private final String code;

    Span(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    Period until(LocalDate today, ZoneId zone) {
        return new Period(first(today), today, zone);
    }

    private LocalDate first(LocalDate today) {
        return switch (this) {
            case WEEKS -> today.minusWeeks(4).plusDays(1);
            case QUARTER -> today.minusMonths(3).plusDays(1);
            case YEAR -> today.minusYears(1).plusDays(1);
        };
    }

    static Optional<Span> of(String code) {
        return Arrays.stream(values()).filter(span -> span.code.equals(code)).findFirst();
    }

    /** Which of them these days are. */
    static Optional<Span> like(Period period, LocalDate today) {
        return Arrays.stream(values())
                .filter(span -> span.until(today, period.zone()).equals(period))
                .findFirst();
    }
}
