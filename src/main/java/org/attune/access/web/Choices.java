package org.attune.access.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    private static final List<Option> REGIONS = Arrays.stream(Locale.getISOCountries())
            .map(code -> new Option(
                    code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.UK)))
            .sorted(Comparator.comparing(Option::label))
            .toList();

    private static final List<Option> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> !currency.getDisplayName(Locale.UK).matches(".*[(\\d].*"))
            .map(currency -> new Option(
                    currency.getCurrencyCode(),
                    currency.getCurrencyCode() + " · " + currency.getDisplayName(Locale.UK)))
            .sorted(Comparator.comparing(Option::value))
            .toList();

    /** Words are English everywhere; this is about 31/12 or 12/31 and 4,200 or 4.200. */
    private static final List<Option> LOCALES = List.of(
                    "en-GB", "en-US", "en-IE", "de-DE", "de-AT", "de-CH", "fr-FR", "nl-NL", "es-ES", "it-IT", "pl-PL",
                    "sv-SE", "da-DK")
            .stream()
            .map(tag -> new Option(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.UK)))
            .toList();

    private Choices() {}

    /** All that people choose from, and the one chosen before, whatever it is. */
    static List<Option> zones(@Nullable ZoneId chosen) {
        if (chosen == null || ZONES.stream().anyMatch(option -> option.value().equals(chosen.getId()))) {
            return ZONES;
        }
        return Stream.concat(Stream.of(new Option(chosen.getId(), chosen.getId())), ZONES.stream())
                .toList();
    }

    static List<Option> regions() {
        return REGIONS;
    }

    static List<Option> currencies() {
        return CURRENCIES;
    }

    static List<Option> locales() {
        return LOCALES;
    }

    static boolean offersLocale(@Nullable String tag) {
        return LOCALES.stream().anyMatch(option -> option.value().equals(tag));
    }
}
