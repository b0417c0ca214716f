package org.attune.access;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What holds for everybody here.
 *
 * @param teamSeesContacts whether a salesperson sees the contacts of their team
 * @param region where numbers without a country code are from, as ISO 3166 has it
 */
public record OrganisationView(
        String name, boolean teamSeesContacts, String region, Currency currency, ZoneId zone, int version) {}
