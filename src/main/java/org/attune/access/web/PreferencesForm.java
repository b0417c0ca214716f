package org.attune.access.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Objects;
import org.attune.access.ChangePreferences;
import org.attune.access.Hat;
import org.attune.access.SignedIn;
import org.attune.access.Theme;
import org.attune.platform.Language;
import org.jspecify.annotations.Nullable;

/** What everybody may change about themselves. */
record PreferencesForm(
        @NotNull @Size(max = 200) @Nullable String name,
        @NotNull @Nullable ZoneId zone,
        @NotNull @Nullable Language language,
        @NotNull @Nullable String region,
        @NotNull @Nullable Theme theme,
        @Nullable Hat hat,
        @Nullable Boolean singleKeys,
        @Nullable Integer version) {

    static PreferencesForm of(SignedIn self) {
        return new PreferencesForm(
                self.viewer().name(),
                self.viewer().zone(),
                Language.of(self.viewer().locale()),
                self.viewer().locale().getCountry(),
                self.theme(),
                self.viewer().hat(),
                self.singleKeys(),
                self.version());
    }

    ChangePreferences command() {
        return new ChangePreferences(
                Objects.requireNonNull(name),
                Objects.requireNonNull(zone),
                Objects.requireNonNull(language).in(Objects.requireNonNull(region)),
                Objects.requireNonNull(theme),
                Boolean.TRUE.equals(singleKeys),
                version == null ? -1 : version);
    }
}
