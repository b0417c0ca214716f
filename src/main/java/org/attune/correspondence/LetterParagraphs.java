package org.attune.correspondence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a letter for its page: paragraphs of lines, and in each line what is an address in the web. */
final class LetterParagraphs {

    /** Up to what ends the sentence around it. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'…“”„’»«]");

    private LetterParagraphs() {}

    /** @param isAddress whether it leads somewhere, or is only words */
    public record Piece(String text, boolean isAddress) {}

    /** What stands between blank lines. */
    static List<List<List<Piece>>> of(String words) {
        return Arrays.stream(words.strip().split("\\R\\s*\\R"))
                .map(paragraph ->
                        paragraph.lines().map(LetterParagraphs::pieces).toList())
                .toList();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(line);
        int end = 0;
        while (address.find()) {
            pieces.add(new Piece(line.substring(end, address.start()), false));
            pieces.add(new Piece(address.group(), true));
            end = address.end();
        }
        pieces.add(new Piece(line.substring(end), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
