package org.attune.conversations;

import java.util.List;

/**
 * Sorts a text, jotted, pasted or dictated, into proposed turns: who said it and what kind of turn it was. Whatever is
 * guessed here is a draft that a person confirms.
 */
final class Sorting {

    private Sorting() {}

    /** @param around where and when it was pasted, for dates that do not say all of it */
    static List<ProposedWords> sort(String text, Voices voices, Around around) {
        List<String> lines =
                MailHeaders.in(Words.clean(text).lines().toList(), around).lines();
        return Guesses.of(passages(lines, voices, around), voices);
    }

    private static List<Passage> passages(List<String> lines, Voices voices, Around around) {
        if (EmailThread.isOne(lines)) {
            return EmailThread.passages(lines, around);
        }
        Labels labels = Labels.in(lines, voices);
        return labels.isEmpty() ? Jotting.passages(lines) : Transcript.passages(lines, labels, around);
    }
}
