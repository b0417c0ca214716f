package org.attune.desk.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What stands in the composer while a button beside it is pressed; a browser without script sends it along. Nothing is made of it. */
record ComposerTyped(
        @Nullable String move,
        @Nullable UUID speaker,
        @Nullable String how,
        @Nullable String text,
        @Nullable String understanding,
        @Nullable List<UUID> answers,
        @Nullable UUID follows,
        @Nullable String question,
        @Nullable List<String> uses) {

    /** As it was, to be shown again. */
    ComposerForm form() {
        return new ComposerForm(
                Ids.next(),
                Objects.requireNonNullElse(move, "listen"),
                speaker,
                Objects.requireNonNullElse(how, "word_for_word"),
                text,
                understanding,
                Objects.requireNonNullElse(answers, List.of()),
                follows,
                question,
                Objects.requireNonNullElse(uses, List.of()),
                List.of());
    }
}
