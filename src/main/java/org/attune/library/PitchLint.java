package org.attune.library;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Points at sentences that sell where something should be understood: which sentence, by which words, and why. Advice and
 * nothing more. The rules stand in {@code library/pitch-lint.yaml}; a language without rules gets no remarks.
 */
public final class PitchLint {

    private static final List<PitchRule> RULES = PitchRule.readAll();

    private PitchLint() {}

    /**
     * A sentence that sells.
     *
     * @param rule why, as {@code library.lint.<rule>.why}
     * @param offset where in the text the sentence begins
     * @param words those that sell
     */
    public record Remark(String rule, String sentence, int offset, String words) {}

    /** In the order of the text; of each sentence every reason once. */
    public static List<Remark> of(String text, String language) {
        List<Remark> remarks = new ArrayList<>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        sentences.setText(text);
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
            look(text.substring(from, to), from, language, remarks);
        }
        return List.copyOf(remarks);
    }

    /** A line of a list or a heading is a sentence of its own, whatever it ends with. */
    private static void look(String part, int from, String language, List<Remark> remarks) {
        int at = from;
        for (String line : part.split("\n", -1)) {
            String sentence = line.strip();
            int offset = at + line.indexOf(sentence);
            for (PitchRule rule : sentence.isEmpty() ? List.<PitchRule>of() : RULES) {
                rule.in(sentence, language)
                        .ifPresent(words -> remarks.add(new Remark(rule.id(), sentence, offset, words)));
            }
            at += line.length() + 1;
        }
    }
}
