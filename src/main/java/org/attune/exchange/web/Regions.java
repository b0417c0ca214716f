package org.attune.exchange.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.attune.platform.web.Option;

/** Where phone numbers can be from. */
final class Regions {

    private Regions() {}

    static List<Option> in(Locale locale) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
                .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)))
                .toList();
    }
}
