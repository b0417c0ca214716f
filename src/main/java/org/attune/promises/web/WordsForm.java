package org.attune.promises.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.attune.promises.PromiseView;
import org.jspecify.annotations.Nullable;

/** A promise is said in other words. */
record WordsForm(
        @NotNull(message = "{promises.words.needed}") @Size(max = 500) @Nullable
        String words,

        int version) {

    static WordsForm of(PromiseView promise) {
        return new WordsForm(promise.words(), promise.version());
    }
}
