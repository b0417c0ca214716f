package org.attune.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How figures are written in a region, whatever language the words beside them are in: somebody in Munich reads English
 * words and 4.200,50 €.
 */
public final class Figures {

    private static final Map<String, Locale> REGIONS = List.of(
                    "en-GB", "en-US", "en-IE", "de-DE", "de-AT", "de-CH", "fr-FR", "nl-NL", "es-ES", "it-IT", "pl-PL",
                    "sv-SE", "da-DK")
            .stream()
            .map(Locale::forLanguageTag)
            .collect(Collectors.toUnmodifiableMap(Locale::getCountry, Function.identity()));

    private Figures() {}

    /** The regions there are, as ISO 3166 has them. */
    public static List<String> regions() {
        return REGIONS.keySet().stream().sorted().toList();
    }

    /** What writes figures for whoever reads in this locale. */
    public static Locale of(Locale locale) {
        return REGIONS.getOrDefault(locale.getCountry(), locale);
    }

    /** Whether it is one of ours, of which there are few; a browser may ask for any. */
    static boolean know(Locale locale) {
        return locale.equals(REGIONS.get(locale.getCountry()));
    }
}
