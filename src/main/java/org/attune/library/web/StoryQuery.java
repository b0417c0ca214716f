package org.attune.library.web;

import org.attune.library.StoryFilter;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;

/** Which stories, as it stands in the address; whatever is not known narrows nothing. */
record StoryQuery(
        @Nullable String theme,
        @Nullable String language,
        @Nullable String whose,
        @Nullable String consent,
        @Nullable String q,
        @Nullable String show) {

    private static final int LONGEST = 200;

    StoryFilter filter() {
        return new StoryFilter(
                ListAddress.id(theme),
                language == null || language.isBlank() ? null : language,
                StoryFilter.Whose.of(whose),
                "yes".equals(consent),
                PlainText.lineOrNothing(q == null ? null : q.substring(0, Math.min(LONGEST, q.length()))),
                "retired".equals(show));
    }

    String next(String after) {
        return new ListAddress("/library/stories")
                .with("theme", theme)
                .with("language", language)
                .with("whose", whose)
                .with("consent", consent)
                .with("q", q)
                .with("show", show)
                .with("after", after)
                .toString();
    }
}
