package org.attune.listening.web;

import java.util.Locale;
import java.util.UUID;
import org.attune.listening.Suggestion;
import org.jspecify.annotations.Nullable;

/** A suggested mark as the page asks about it. */
public record SuggestionLine(
        UUID turn,
        String mark,
        TurnLink link,
        String words,
        @Nullable String before,
        @Nullable String how) {

    static SuggestionLine of(Suggestion suggestion, int last) {
        return new SuggestionLine(
                suggestion.turn().id().value(),
                suggestion.mark().name().toLowerCase(Locale.ROOT),
                TurnLink.to(suggestion.turn(), last),
                suggestion.words(),
                suggestion.before(),
                suggestion.how());
    }
}
