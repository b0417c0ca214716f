package org.attune.access;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.attune.platform.Language;

/**
 * What holds for everybody here.
 *
 * @param teamSeesContacts whether a salesperson sees the contacts of their team
 * @param region where numbers without a country code are from, as ISO 3166 has it
 * @param language of everybody who has not chosen another, and of pages nobody is signed in to
 * @param currency the one that forms begin with
 * @param currencies those one may choose, with the usual one among them
 */
public record OrganisationView(
        String name,
        boolean teamSeesContacts,
        String region,
        Language language,
        Currency currency,
        List<Currency> currencies,
        ZoneId zone,
        WorkingWeek week,
        int version) {

    public OrganisationView {
        currencies = List.copyOf(currencies);
    }

    public boolean offers(String code) {
        return currencies.stream().anyMatch(one -> one.getCurrencyCode().equals(code));
    }
}
