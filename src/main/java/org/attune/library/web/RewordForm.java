package org.attune.library.web;

import java.util.List;
import org.attune.library.HeardWordsView;
import org.attune.library.StoryView;
import org.attune.library.StoryWords;
import org.jspecify.annotations.Nullable;

/** A story is said in other words. */
record RewordForm(
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String situation,
        @Nullable String found,
        @Nullable String result,
        @Nullable String language,
        @Nullable String speaksTo,
        @Nullable String themes,
        @Nullable List<String> heard) {

    static RewordForm of(StoryView story) {
        StoryWords words = story.words();
        return new RewordForm(
                story.version(),
                words.title(),
                words.situation(),
                words.found(),
                words.result(),
                words.language(),
                words.speaksTo(),
                String.join(", ", words.themes()),
                story.heard().stream()
                        .map(HeardWordsView::turn)
                        .map(Object::toString)
                        .toList());
    }

    StoryWords words() {
        return StoryForm.words(title, situation, found, result, language, speaksTo, themes);
    }
}
