package org.attune.mail;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list in a letter, in finished words.
 *
 * @param title what its lines have in common
 */
public record LetterPart(String title, List<Line> lines) {

    /** @param path where it is found in Attune; none where there is nothing more to see */
    public record Line(String text, @Nullable String path) {}

    public LetterPart {
        lines = List.copyOf(lines);
    }

    /** The same with whole addresses in place of paths. */
    LetterPart at(UnaryOperator<String> address) {
        return new LetterPart(
                title,
                lines.stream()
                        .map(line -> new Line(line.text(), line.path() == null ? null : address.apply(line.path())))
                        .toList());
    }
}
