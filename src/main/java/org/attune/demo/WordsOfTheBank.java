package org.attune.demo;

import java.util.Map;
import java.util.stream.Collectors;
import org.attune.questions.Question;
import org.attune.questions.Questions;
import org.attune.questions.Wording;
import org.jspecify.annotations.Nullable;

/** Knows a question of the bank by its words, so that a script need not say where it was taken from. */
@DemoOnly
class WordsOfTheBank {

    private final Questions questions;

    private @Nullable Map<String, Wording> known;

    WordsOfTheBank(Questions questions) {
        this.questions = questions;
    }

    /** None where nobody would find these words in the bank. */
    @Nullable
    Wording wording(String words) {
        Map<String, Wording> all = known;
        if (all == null) {
            all = questions.bank().questions().stream()
                    .collect(Collectors.toMap(Question::words, Question::wording, (one, same) -> one));
            known = all;
        }
        return all.get(words);
    }
}
