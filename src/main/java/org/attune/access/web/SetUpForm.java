package org.attune.access.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.SetUpAttune;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.attune.platform.web.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The form of the first visit.
 *
 * @param sells whether the admin also works with customers; then their team needs a name
 */
record SetUpForm(
        @NotNull @Nullable UUID id,
        @NotNull @Size(max = 40) @Nullable String code,
        @NotNull @Size(max = 200) @Nullable String organisation,
        @NotNull @Size(max = 200) @Nullable String name,
        @NotNull @Email @Size(max = 254) @Nullable String email,
        @NotNull @Nullable Secret password,
        @NotNull @Nullable ZoneId zone,
        @NotNull @Pattern(regexp = "[A-Z]{2}") @Nullable String region,
        @NotNull @Nullable Currency currency,
        @NotNull @Nullable Language language,
        @Nullable Boolean sells,
        @Size(max = 100) @Nullable String team) {

    static SetUpForm empty(Locale locale) {
        String region = locale.getCountry().length() == 2 ? locale.getCountry() : "DE";
        ZoneId zone = ZoneId.systemDefault();
        return new SetUpForm(
                Ids.next(),
                null,
                null,
                null,
                null,
                null,
                zone,
                region,
                Currency.getInstance("EUR"),
                Language.of(locale),
                false,
                null);
    }

    SetUpAttune command() {
        return new SetUpAttune(
                new UserId(Objects.requireNonNull(id)),
                Objects.requireNonNull(code),
                Objects.requireNonNull(organisation),
                Objects.requireNonNull(name),
                Objects.requireNonNull(email),
                Objects.requireNonNull(password).typed(),
                Objects.requireNonNull(zone),
                Objects.requireNonNull(region),
                Objects.requireNonNull(currency),
                Objects.requireNonNull(language),
                Boolean.TRUE.equals(sells) ? team : null);
    }
}
