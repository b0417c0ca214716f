package org.attune.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.attune.platform.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH| Do you like it?| CLOSED",
                "ENGLISH| You know it. Would that help?| CLOSED",
                "ENGLISH| You want that, don't you?| LEADING",
                "ENGLISH| That is too slow, right?| LEADING",
                "ENGLISH| What is stopping you?| PRESSING",
                "ENGLISH| How is it? And for whom?| SEVERAL",
                "ENGLISH| Tell me more| NO_QUESTION",
                "GERMAN| Haben Sie das schon?| CLOSED",
                "GERMAN| Das ist doch schade, oder?| LEADING",
                "GERMAN| Was hindert Sie?| PRESSING",
            })
    void pointsAtWhatKeepsAQuestionFromOpeningSomebodyUp(Language language, String question, Remark remark) {
        assertThat(Listening.remarks(question, language)).containsExactly(remark);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENGLISH| What does that cost you, as far as you can tell?",
                "ENGLISH| When you decide, who is with you?",
                "ENGLISH| How would you do it?",
                "GERMAN| Was kostet Sie das, soweit Sie es sagen können?",
                "GERMAN| Wie wird so etwas bei Ihnen entschieden?",
            })
    void saysNothingAboutAnOpenQuestion(Language language, String question) {
        assertThat(Listening.remarks(question, language)).isEmpty();
    }

    @Test
    void knowsWordsOnlyInTheirOwnLanguage() {
        assertThat(Listening.remarks("Ist das so?", Language.ENGLISH)).isEmpty();
    }
}
