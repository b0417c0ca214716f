package org.attune.library.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.library.StoryFilter;
import org.attune.platform.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

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
                id(theme),
                language == null || language.isBlank() ? null : language,
                StoryFilter.Whose.of(whose),
                "yes".equals(consent),
                PlainText.lineOrNothing(q == null ? null : q.substring(0, Math.min(LONGEST, q.length()))),
                "retired".equals(show));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noTheme) {
            return null;
        }
    }

    String next(String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/library/stories");
        Map<String, String> parts = new LinkedHashMap<>();
        Stream.of(
                        new String[] {"theme", theme},
                        new String[] {"language", language},
                        new String[] {"whose", whose},
                        new String[] {"consent", consent},
                        new String[] {"q", q},
                        new String[] {"show", show},
                        new String[] {"after", after})
                .filter(part -> part[1] != null)
                .forEach(part -> {
                    address.queryParam(part[0], "{" + part[0] + "}");
                    parts.put(part[0], part[1]);
                });
        return address.encode().buildAndExpand(parts).toUriString();
    }
}
