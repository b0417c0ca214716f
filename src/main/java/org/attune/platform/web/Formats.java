package org.attune.platform.web;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * How days, times and figures are written in each of our regions, worked out once: a page asks for a hundred of them. What a
 * stranger's browser asks for beside is made anew, so that nobody can fill the memory.
 */
final class Formats {

    private static final Map<Written, DateTimeFormatter> DAYS = new ConcurrentHashMap<>();
    private static final Map<Locale, DateTimeFormatter> TIMES = new ConcurrentHashMap<>();
    private static final Map<Locale, NumberFormat> MONEY = new ConcurrentHashMap<>();
    private static final Map<Locale, NumberFormat> NUMBERS = new ConcurrentHashMap<>();
    private static final Map<Locale, NumberFormat> PERCENTS = new ConcurrentHashMap<>();

    private Formats() {}

    /** @param locale of a language of ours */
    static DateTimeFormatter day(String pattern, Locale locale) {
        return DAYS.computeIfAbsent(
                new Written(pattern, locale), it -> DateTimeFormatter.ofPattern(it.pattern, it.locale));
    }

    static DateTimeFormatter time(Locale locale) {
        return Figures.know(locale) ? TIMES.computeIfAbsent(locale, Formats::shortTime) : shortTime(locale);
    }

    private static DateTimeFormatter shortTime(Locale locale) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    static NumberFormat money(Locale locale) {
        return own(MONEY, locale, NumberFormat::getCurrencyInstance);
    }

    static NumberFormat number(Locale locale) {
        return own(NUMBERS, locale, NumberFormat::getNumberInstance);
    }

    static NumberFormat percent(Locale locale) {
        return own(PERCENTS, locale, NumberFormat::getPercentInstance);
    }

    /** Two threads may not share one, so each gets a copy. */
    private static NumberFormat own(
            Map<Locale, NumberFormat> known, Locale locale, Function<Locale, NumberFormat> make) {
        return Figures.know(locale)
                ? (NumberFormat) known.computeIfAbsent(locale, make).clone()
                : make.apply(locale);
    }

    private record Written(String pattern, Locale locale) {}
}
