package org.attune.access;

import java.time.ZoneId;
import java.util.Currency;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;

/**
 * The first visit: an organisation, its first admin, and their team if they also work with customers.
 *
 * @param id of the admin, made beforehand
 * @param code the one printed on the console
 * @param team the name of their first team, if they sell
 */
public record SetUpAttune(
        UserId id,
        String code,
        String organisation,
        String name,
        String email,
        String password,
        ZoneId zone,
        String region,
        Currency currency,
        Language language,
        @Nullable String team) {

    @Override
    public String toString() {
        return "SetUpAttune[" + id + "]";
    }
}
