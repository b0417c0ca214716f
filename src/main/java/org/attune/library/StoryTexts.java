package org.attune.library;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A story in words a person can compare, and whether two are the same. */
final class StoryTexts {

    private StoryTexts() {}

    static String of(StoryWords words) {
        return Stream.of(
                        words.title(),
                        words.situation(),
                        words.found(),
                        words.result(),
                        words.speaksTo(),
                        String.join(", ", words.themes()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** Themes have no order, and their names no case. */
    static boolean same(StoryWords one, StoryWords other) {
        return of(without(one)).equals(of(without(other)))
                && one.language().equals(other.language())
                && sorted(one.themes()).equals(sorted(other.themes()));
    }

    private static StoryWords without(StoryWords words) {
        return new StoryWords(
                words.title(),
                words.situation(),
                words.found(),
                words.result(),
                words.language(),
                words.speaksTo(),
                List.of());
    }

    private static List<String> sorted(List<String> themes) {
        return themes.stream().map(MaterialWords::folded).distinct().sorted().toList();
    }
}
