package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTests {

    private static final WordList LEADS_TO = WordList.of("leads-to.txt");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cost      | We lose two days every month.
            cost      | Da verlieren wir jeden Monat zwei Tage.
            cost      | Das sind vierzig Arbeitsstunden.
            cost      | Das kostet uns Nerven.
            who else  | Meine Leute sind es leid.
            who else  | Die Kolleginnen im Lager merken es zuerst.
            decides   | Das muss die Geschäftsführung genehmigen.
            decides   | Ohne Freigabe vom Inhaber geht nichts.
            last time | Am Monatsende gibt es immer Ärger.
            last time | Die Schnittstelle funktioniert nicht.
            last time | Ständig Übertragungsfehler.
            what then | Wir bräuchten eine Übersicht am Morgen.
            what then | Ich hätte gern, dass das aufhört.
            """)
    void whatIsSaidLeadsToAQuestionInEitherLanguage(String asked, String words) {
        assertThat(LEADS_TO.anywhere(asked).matcher(words).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I will call on Monday.", "Heutzutage fahren einunddreißig Fahrer.", "Der Altbau ist grün."})
    void whatOnlyTellsLeadsNowhere(String words) {
        assertThat(LEADS_TO.anywhere("cost").matcher(words).find()).isFalse();
        assertThat(LEADS_TO.anywhere("who else").matcher(words).find()).isFalse();
        assertThat(LEADS_TO.anywhere("decides").matcher(words).find()).isFalse();
        assertThat(LEADS_TO.anywhere("last time").matcher(words).find()).isFalse();
        assertThat(LEADS_TO.anywhere("what then").matcher(words).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leider weiß das bei uns keiner.",
                "Das ist umständlich und frustriert alle.",
                "Da stehen wir unter Druck.",
                "Ein Albtraum, jedes Jahr.",
                "Wer zahlt das?“"
            })
    void whatBothersSomebodyInGermanSoundsWorthFollowing(String words) {
        assertThat(WorthFollowing.sounds(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wir haben einunddreißig Fahrer.",
                "Der Maler holt die Farbe.",
                "Die Drucksachen liegen im Lager."
            })
    void whatOnlyTellsInGermanDoesNot(String words) {
        assertThat(WorthFollowing.sounds(words)).isFalse();
    }

    @Test
    void threeDotsStandForAFewWordsAndAStarForLetters() {
        assertThat(WordList.of("notes.txt")
                        .beginning("we asked")
                        .matcher("Habe sie und ihn gefragt, wann")
                        .find())
                .isTrue();
        assertThat(WordList.of("notes.txt")
                        .beginning("we asked")
                        .matcher("Habe gefragtes Teil bestellt")
                        .find())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wir sind am 3. November fertig. Passt das?      | 2
            Können wir am 3. November anfangen?             | 1
            Kommt Dr. Brandt mit?                           | 1
            Geht das z. B. Montag?                          | 1
            We have 31. Which one would you take?           | 2
            Is Mr. Brandt the owner?                        | 1
            """)
    void aFullStopDoesNotAlwaysEndASentence(String said, int turns) {
        assertThat(Sentences.split(said)).hasSize(turns);
    }
}
