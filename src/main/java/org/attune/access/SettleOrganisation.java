package org.attune.access;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.Language;
import org.attune.platform.RuleRefused;

/**
 * An admin settles what holds for everybody.
 *
 * @param further currencies one may choose beside the usual one
 * @param retiring currencies that stand somewhere may be taken from those to choose: the admin was told and means it
 */
public record SettleOrganisation(
        String name,
        String region,
        Language language,
        Currency currency,
        List<Currency> further,
        ZoneId zone,
        WorkingWeek week,
        boolean retiring,
        int version) {

    private static final int LONGEST = 200;
    private static final int MOST = 29;

    /** @throws RuleRefused where the name is empty or too long, or the currencies are too many to choose from */
    public SettleOrganisation {
        name = name.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw new RuleRefused("access.organisation.named", "name", LONGEST);
        }
        further = List.copyOf(further);
        if (further.stream().distinct().count() > MOST) {
            throw new RuleRefused("access.currency.too-many", "more", MOST);
        }
    }

    /** All that may be chosen, the usual one first. */
    List<Currency> currencies() {
        return Stream.concat(
                        Stream.of(currency),
                        further.stream()
                                .filter(one -> !one.equals(currency))
                                .distinct()
                                .sorted(Comparator.comparing(Currency::getCurrencyCode)))
                .toList();
    }

    boolean says(OrganisationView now) {
        return inWords(Locale.ROOT).equals(of(now).inWords(Locale.ROOT));
    }

    static SettleOrganisation of(OrganisationView now) {
        return new SettleOrganisation(
                now.name(),
                now.region(),
                now.language(),
                now.currency(),
                now.currencies(),
                now.zone(),
                now.week(),
                false,
                now.version());
    }

    /** For comparing two of them side by side. */
    String inWords(Locale locale) {
        return String.join(
                "\n",
                name,
                new Locale.Builder().setRegion(region).build().getDisplayCountry(locale),
                Locale.forLanguageTag(language.code()).getDisplayLanguage(locale),
                currencies().stream().map(Currency::getCurrencyCode).collect(Collectors.joining(", ")),
                zone.getId(),
                named(week.firstDay(), locale) + ": "
                        + week.worked().stream().map(day -> named(day, locale)).collect(Collectors.joining(", ")));
    }

    private static String named(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
