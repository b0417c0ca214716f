package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.attune.library.PitchLint.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What sells is pointed at with the sentence and why; what educates is left in peace. */
class PitchLintTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "superlative | en | It is the best tool there is.",
                "leading     | en | We are the leading provider of lists.",
                "urgency     | en | Only three places are left.",
                "price       | en | Save 20% on the yearly plan.",
                "call_to_buy | en | Buy now.",
                "exclamation | en | It works!",
                "empty_claim | en | It saves time and money.",
                "pressure    | en | You can't afford to wait.",
                "features    | en | It includes alerts, exports, charts and maps.",
                "our_product | en | Our platform reads the notes.",
                "superlative | de | Die beste Lösung von allen.",
                "leading     | de | Wir sind der führende Anbieter.",
                "urgency     | de | Nur noch drei Plätze.",
                "price       | de | Mit Rabatt im ersten Jahr.",
                "call_to_buy | de | Bestellen Sie noch heute.",
                "exclamation | de | Es geht!",
                "empty_claim | de | Das spart Zeit und Geld.",
                "pressure    | de | Sie können es sich nicht leisten zu warten.",
                "features    | de | Es umfasst Berichte, Vorlagen, Karten und Listen.",
                "our_product | de | Unsere Plattform liest die Scheine.",
            })
    void everyRuleIsThereInBothLanguages(String rule, String language, String sentence) {
        assertThat(PitchLint.of(sentence, language)).extracting(Remark::rule).contains(rule);
    }

    @Test
    void saysWhichSentenceAndWhereItBegins() {
        String text = "Count the hours first.\n\nBuy now. Two firms did so.\n- It is the best list\n";
        List<Remark> remarks = PitchLint.of(text, "en");
        assertThat(remarks).extracting(Remark::sentence).contains("Buy now.", "- It is the best list");
        assertThat(remarks)
                .allSatisfy(one -> assertThat(text.substring(one.offset())).startsWith(one.sentence()));
        assertThat(remarks).allSatisfy(one -> assertThat(one.sentence()).containsIgnoringCase(one.words()));
    }

    @Test
    void aNumberMakesAClaimOfWhatWasEmpty() {
        assertThat(PitchLint.of("It cuts the time by 40 minutes a day.", "en")).isEmpty();
        assertThat(PitchLint.of("It cuts the time you need.", "en")).hasSize(1);
    }

    @Test
    void knowsNothingOfOtherLanguagesAndOfNothing() {
        assertThat(PitchLint.of("Acheter maintenant !", "fr")).isEmpty();
        assertThat(PitchLint.of("", "en")).isEmpty();
        assertThat(PitchLint.of("\n \n", "de")).isEmpty();
        assertThat(PitchLint.of("a".repeat(50_000), "en")).isEmpty();
    }

    /** A floor far below what was measured, so that a rule that goes wrong is noticed. */
    @ParameterizedTest
    @CsvSource({"en", "de"})
    void leavesInPeaceWhatEducates(String language) {
        PitchSentences.Measured rules = PitchSentences.Measured.on(PitchSentences.of("rules", language));
        assertThat(rules.precision()).isGreaterThan(0.9);
        assertThat(rules.recall()).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"library", "library_de"})
    void everyRuleSaysWhyAndWhatHelps(String bundle) throws Exception {
        var words = PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/" + bundle + ".properties"));
        assertThat(PitchRule.readAll().stream()
                        .flatMap(rule ->
                                Stream.of("why", "instead").map(part -> "library.lint." + rule.id() + "." + part))
                        .toList())
                .allMatch(words::containsKey);
    }
}
