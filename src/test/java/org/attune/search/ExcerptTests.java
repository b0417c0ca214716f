package org.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTests {

    private static final String LONG = "We tried two of those. ".repeat(20)
            + "I mind paying for help that ends in a folder. " + "And so on. ".repeat(40);

    @Test
    void whatStandsInItStandsInTheLog() {
        Excerpt excerpt = Excerpt.of(LONG, Query.of("folder"));

        assertThat(LONG).contains(excerpt.text());
        assertThat(excerpt.cutBefore()).isTrue();
        assertThat(excerpt.cutAfter()).isTrue();
        assertThat(excerpt.text().length()).isLessThanOrEqualTo(220);
        assertThat(excerpt.segments()).contains(new Excerpt.Segment("folder", true));
    }

    @Test
    void aShortSentenceStaysWhole() {
        Excerpt excerpt = Excerpt.of("Die Möbel, <b>bitte</b>, am Elften.", Query.of("möb elf"));

        assertThat(excerpt.text()).isEqualTo("Die Möbel, <b>bitte</b>, am Elften.");
        assertThat(excerpt.cutBefore()).isFalse();
        assertThat(excerpt.cutAfter()).isFalse();
        assertThat(excerpt.segments().stream().filter(Excerpt.Segment::hit).map(Excerpt.Segment::text))
                .containsExactly("Möb", "Elf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\"", "🙂", "((", "", " ", "a"})
    void whatIsNoWordIsTooShort(String typed) {
        assertThat(Query.of(typed).isTooShort()).isTrue();
        assertThat(Excerpt.of("🙂".repeat(300), Query.of(typed)).segments()).isNotEmpty();
    }

    @Test
    void longTextIsCutWithoutBreakingALetter() {
        assertThat(Query.of("🙂".repeat(500)).typed()).isEqualTo("🙂".repeat(200));
    }

    @Test
    void aPhoneNumberIsLookedForByItsDigits() {
        assertThat(Query.of("+49 (30) 90-18 20").digits()).isEqualTo("4930901820");
        assertThat(Query.of("030 901820").digits()).isEqualTo("30901820");
        assertThat(Query.of("in 2025 and 2026").digits()).isEmpty();
    }
}
