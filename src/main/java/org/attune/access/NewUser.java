package org.attune.access;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to become a user.
 *
 * @param id made beforehand, so that a repeat creates nobody twice
 * @param team needed by everybody who sells
 */
public record NewUser(
        UserId id,
        String email,
        String name,
        Role role,
        boolean sells,
        @Nullable TeamId team,
        ZoneId zone,
        Locale locale) {

    /** With the organisation's usual zone and British English. */
    public static NewUser of(UserId id, String email, String name, Role role, boolean sells, @Nullable TeamId team) {
        return new NewUser(id, email, name, role, sells, team, ZoneId.of("Europe/Berlin"), Locale.UK);
    }
}
