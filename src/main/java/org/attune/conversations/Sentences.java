package org.attune.conversations;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a message into what makes a turn each: per paragraph, questions apart from what is said beside them. */
final class Sentences {

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
        for (int end = sentences.next(); end != BreakIterator.DONE; start = end, end = sentences.next()) {
            String sentence = paragraph.substring(start, end);
            boolean question = Guesses.isQuestion(sentence);
            if (question != questions && !turn.isEmpty()) {
                add(turn, turns);
            }
            questions = question;
            turn.append(sentence);
        }
        add(turn, turns);
    }

    private static void add(StringBuilder turn, List<String> turns) {
        String words = turn.toString().strip();
        if (!words.isEmpty()) {
            turns.add(words);
        }
        turn.setLength(0);
    }
}
