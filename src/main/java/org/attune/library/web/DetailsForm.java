package org.attune.library.web;

import org.attune.library.MaterialDetails;
import org.attune.library.MaterialView;
import org.attune.library.Step;
import org.jspecify.annotations.Nullable;

/** What a material is for is said anew. */
record DetailsForm(
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String purpose,
        @Nullable String stage,
        @Nullable String step,
        @Nullable String language,
        @Nullable String speaksTo,
        @Nullable String themes) {

    static DetailsForm of(MaterialView material) {
        MaterialDetails details = material.details();
        Step step = details.step();
        return new DetailsForm(
                material.version(),
                details.title(),
                details.purpose(),
                details.stage(),
                step == null ? null : step.code(),
                details.language(),
                details.speaksTo(),
                String.join(", ", details.themes()));
    }

    MaterialDetails details() {
        return MaterialForm.details(title, purpose, stage, step, language, speaksTo, themes);
    }
}
