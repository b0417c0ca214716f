package org.attune.access.web;

import java.math.BigDecimal;
import java.text.Collator;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.attune.access.WorkingWeek;
import org.attune.platform.Language;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Figures;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;

/** What forms offer for zones, regions, currencies and the way dates and numbers are written. */
final class Choices {

    private static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone ->
                    zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC"))
            .sorted()
            .map(zone -> new Option(zone, zone.replace('_', ' ')))
            .toList();

    private static final BigDecimal EXAMPLE = new BigDecimal("4200.50");

    private Choices() {}

    /** All that people choose from, and the one chosen before, whatever it is. */
    static List<Option> zones(@Nullable ZoneId chosen) {
        if (chosen == null || ZONES.stream().anyMatch(option -> option.value().equals(chosen.getId()))) {
            return ZONES;
        }
        return Stream.concat(Stream.of(new Option(chosen.getId(), chosen.getId())), ZONES.stream())
                .toList();
    }

    static List<Option> regions(Locale locale) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, country(code, locale)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)))
                .toList();
    }

    static List<Option> currencies(Locale locale) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> !currency.getDisplayName(Locale.UK).matches(".*[(\\d].*"))
                .map(currency -> new Option(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " · " + currency.getDisplayName(locale)))
                .sorted(Comparator.comparing(Option::value))
                .toList();
    }

    /** The regions whose figures we know how to write, and the one of the person, each with an amount as an example. */
    static List<Option> figures(Locale locale) {
        return Stream.concat(Figures.regions().stream(), Stream.of(locale.getCountry()))
                .distinct()
                .map(code -> new Option(code, country(code, locale) + " · " + amountIn(code)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)))
                .toList();
    }

    /**
     * What was typed into one box, as codes or as names in any of our languages.
     *
     * @throws RuleRefused where one is no currency that is in use somewhere
     */
    static List<Currency> typedCurrencies(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? List.of()
                : Arrays.stream(typed.split("[,;\\n]"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .map(Choices::typedCurrency)
                        .toList();
    }

    private static Currency typedCurrency(String typed) {
        return Arrays.stream(Language.values())
                .flatMap(language -> currencies(Locale.forLanguageTag(language.tag())).stream())
                .filter(option -> option.value().equalsIgnoreCase(typed)
                        || option.label().equalsIgnoreCase(typed)
                        || option.label().endsWith(" · " + typed))
                .map(option -> Currency.getInstance(option.value()))
                .findFirst()
                .orElseThrow(() -> new RuleRefused("access.currency.unknown", "more", typed));
    }

    /** @throws RuleRefused where there is no such country */
    static String region(@Nullable String code) {
        return Arrays.stream(Locale.getISOCountries())
                .filter(one -> one.equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleRefused("access.region.unknown", "region"));
    }

    /** The days of the week, in the order of this organisation's week. */
    static List<Option> days(WorkingWeek week, Locale locale) {
        return week.inOrder().stream()
                .map(day -> new Option(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .toList();
    }

    static boolean writesFigures(@Nullable String region, Locale before) {
        return Figures.regions().contains(String.valueOf(region))
                || before.getCountry().equals(region);
    }

    private static String country(String code, Locale locale) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    private static String amountIn(String region) {
        NumberFormat format = NumberFormat.getNumberInstance(Figures.of(Language.ENGLISH.in(region)));
        format.setMinimumFractionDigits(2);
        return format.format(EXAMPLE);
    }
}
