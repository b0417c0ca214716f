package org.attune.promises.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.promises.PromiseId;
import org.attune.promises.PromiseView;
import org.attune.promises.RewordPromise;
import org.jspecify.annotations.Nullable;

/** A promise is said in other words. */
record WordsForm(
        @NotNull(message = "{promises.words.needed}") @Size(max = 500) @Nullable
        String words,

        @Nullable Integer version) {

    static WordsForm of(PromiseView promise) {
        return new WordsForm(promise.words(), promise.version());
    }

    RewordPromise command(PromiseId promise) {
        return new RewordPromise(promise, Objects.requireNonNull(words), version == null ? -1 : version);
    }
}
