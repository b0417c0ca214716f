package org.attune.conversations;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts a message into what makes a turn each: per paragraph, questions apart from what is said beside them. */
final class Sentences {

    private static final WordList STOPS = WordList.of("sentences.txt");
    private static final Pattern SHORT =
            Pattern.compile("(?<!\\p{L})" + STOPS.oneOf("short") + "\\.\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,2}\\.\\s*$");
    private static final Pattern COUNTED = STOPS.beginning("counted");

    private Sentences() {}

    static List<String> split(String message) {
        List<String> turns = new ArrayList<>();
        for (String paragraph : message.split("\n\\s*\n")) {
            paragraph(paragraph.strip(), turns);
        }
        return turns;
    }

    private static void paragraph(String paragraph, List<String> turns) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(paragraph);
        StringBuilder turn = new StringBuilder();
        boolean questions = false;
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = paragraph.substring(start, end);
            if (goesOn(sentence, paragraph.substring(end))) {
                continue;
            }
            boolean question = Guesses.isQuestion(sentence);
            if (question != questions && !turn.isEmpty()) {
                add(turn, turns);
            }
            questions = question;
            turn.append(sentence);
            start = end;
        }
        add(turn, turns);
    }

    /** "on 20. November", "Dr. Brandt". */
    private static boolean goesOn(String sentence, String rest) {
        return !rest.isEmpty()
                && (SHORT.matcher(sentence).find()
                        || NUMBER.matcher(sentence).find()
                                && COUNTED.matcher(rest).find());
    }

    private static void add(StringBuilder turn, List<String> turns) {
        String words = turn.toString().strip();
        if (!words.isEmpty()) {
            turns.add(words);
        }
        turn.setLength(0);
    }
}
