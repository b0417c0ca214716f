package org.attune.library;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A material in words a person can compare, and whether two are the same. */
final class MaterialWords {

    private MaterialWords() {}

    static String of(MaterialDetails details) {
        return lines(Stream.of(
                details.title(),
                details.purpose(),
                details.stage(),
                details.step() == null ? null : details.step().code(),
                details.language(),
                details.speaksTo(),
                String.join(", ", details.themes())));
    }

    static String of(MaterialContent content) {
        return lines(Stream.of(content.body(), content.url(), content.news()));
    }

    static String of(MaterialDetails details, MaterialContent content) {
        return lines(Stream.of(of(details), of(content)));
    }

    /** Themes have no order, and their names no case. */
    static boolean same(MaterialDetails one, MaterialDetails other) {
        return of(without(one)).equals(of(without(other)))
                && sorted(one.themes()).equals(sorted(other.themes()));
    }

    private static MaterialDetails without(MaterialDetails details) {
        return new MaterialDetails(
                details.title(),
                details.purpose(),
                details.stage(),
                details.step(),
                details.language(),
                details.speaksTo(),
                List.of());
    }

    private static List<String> sorted(List<String> themes) {
        return themes.stream().map(MaterialWords::folded).distinct().sorted().toList();
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String lines(Stream<String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }
}
