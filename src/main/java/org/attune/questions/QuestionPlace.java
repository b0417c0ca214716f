package org.attune.questions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a question is at home: with what it could bring, or with a stage. One of the two. */
public record QuestionPlace(@Nullable Gap gap, @Nullable String stage) {

    private static final String GAP = "gap:";
    private static final String STAGE = "stage:";

    public static QuestionPlace of(Gap gap) {
        return new QuestionPlace(gap, null);
    }

    public static QuestionPlace at(String stage) {
        return new QuestionPlace(null, stage);
    }

    /** As a form sends it. */
    public static Optional<QuestionPlace> sent(@Nullable String place) {
        if (place != null && place.startsWith(STAGE)) {
            return Optional.of(at(place.substring(STAGE.length())));
        }
        return place == null || !place.startsWith(GAP)
                ? Optional.empty()
                : Gap.of(place.substring(GAP.length())).map(QuestionPlace::of);
    }

    public String code() {
        return gap == null ? STAGE + stage : GAP + gap.code();
    }

    @Nullable
    String gapCode() {
        return gap == null ? null : gap.code();
    }
}
