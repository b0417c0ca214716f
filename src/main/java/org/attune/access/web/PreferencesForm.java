package org.attune.access.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.attune.access.ChangePreferences;
import org.attune.access.Hat;
import org.attune.access.SignedIn;
import org.attune.access.Theme;
import org.jspecify.annotations.Nullable;

/** What everybody may change about themselves. */
record PreferencesForm(
        @NotNull @Size(max = 200) @Nullable String name,
        @NotNull @Nullable ZoneId zone,
        @NotNull @Nullable String locale,
        @NotNull @Nullable Theme theme,
        @Nullable Hat hat,
        @Nullable Boolean singleKeys,
        @Nullable Integer version) {

    static PreferencesForm of(SignedIn self) {
        return new PreferencesForm(
                self.viewer().name(),
                self.viewer().zone(),
                self.viewer().locale().toLanguageTag(),
                self.theme(),
                self.viewer().hat(),
                self.singleKeys(),
                self.version());
    }

    ChangePreferences command() {
        return new ChangePreferences(
                Objects.requireNonNull(name),
                Objects.requireNonNull(zone),
                Locale.forLanguageTag(Objects.requireNonNull(locale)),
                Objects.requireNonNull(theme),
                Boolean.TRUE.equals(singleKeys),
                version == null ? -1 : version);
    }
}
