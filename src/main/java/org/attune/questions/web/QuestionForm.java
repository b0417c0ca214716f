package org.attune.questions.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.attune.platform.RuleRefused;
import org.attune.questions.AddQuestion;
import org.attune.questions.QuestionPlace;
import org.jspecify.annotations.Nullable;

/** A question is added. Everything arrives as text, so that whatever was sent can be shown again. */
record QuestionForm(
        @NotNull @Nullable UUID id,
        @Nullable String place,
        @Nullable String language,
        @Nullable String words) {

    static QuestionForm fresh(Language language, @Nullable String place) {
        return new QuestionForm(Ids.next(), place, language.code(), null);
    }

    AddQuestion toAdd() {
        return new AddQuestion(
                Objects.requireNonNull(id),
                QuestionPlace.sent(place).orElseThrow(() -> new RuleRefused("questions.place.missing", "place")),
                Language.known(String.valueOf(language))
                        .orElseThrow(() -> new RuleRefused("questions.language.missing", "language")),
                Objects.requireNonNullElse(words, ""));
    }
}
