package org.attune.library.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.library.MaterialContent;
import org.attune.library.MaterialDetails;
import org.attune.library.MaterialId;
import org.attune.library.Step;
import org.attune.library.WriteMaterial;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A material is begun: what it is for, and what its first version says. */
record MaterialForm(
        @NotNull @Nullable UUID id,
        @Nullable String title,
        @Nullable String purpose,
        @Nullable String stage,
        @Nullable String step,
        @Nullable String language,
        @Nullable String speaksTo,
        @Nullable String themes,
        @Nullable String body,
        @Nullable String url) {

    static MaterialForm empty(String language) {
        return new MaterialForm(Ids.next(), null, null, null, null, language, null, null, null, null);
    }

    WriteMaterial command() {
        return new WriteMaterial(
                new MaterialId(Objects.requireNonNull(id)),
                details(title, purpose, stage, step, language, speaksTo, themes),
                new MaterialContent(text(body), url, null));
    }

    static MaterialDetails details(
            @Nullable String title,
            @Nullable String purpose,
            @Nullable String stage,
            @Nullable String step,
            @Nullable String language,
            @Nullable String speaksTo,
            @Nullable String themes) {
        return new MaterialDetails(
                text(title),
                text(purpose),
                stage,
                Step.of(step).orElse(null),
                text(language),
                text(speaksTo),
                themes == null ? List.of() : List.of(themes));
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
