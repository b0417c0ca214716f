package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReadingTests {

    private final FieldChoice sailing = new FieldChoice(Ids.next(), "Sailing", false, 0);
    private final FieldChoice rowing = new FieldChoice(Ids.next(), "Rowing", false, 0);
    private final FieldChoice fishing = new FieldChoice(Ids.next(), "Fishing", true, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | 1,250.5 | 1250.5
            en-GB | 1250.50 | 1250.5
            en-GB | -3 | -3
            en-GB | 0.000 | 0
            de-DE | 1.250,5 | 1250.5
            de-DE | 12,25 | 12.25
            de-DE | 1.000.000 | 1000000
            fr-FR | 1 250,5 | 1250.5
            """)
    void aNumberIsReadAsThePersonWritesIt(String language, String typed, String kept) {
        assertThat(read(Locale.forLanguageTag(language), field(FieldKind.NUMBER), typed))
                .containsExactly(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | twelve
            en-GB | 1,5
            en-GB | 1.2.3
            en-GB | 1e5
            de-DE | 1.5
            en-GB | 1000000000000
            en-GB | 0.1234567
            """)
    void whatCouldBeAnotherNumberIsRefused(String language, String typed) {
        assertThatThrownBy(() -> read(Locale.forLanguageTag(language), field(FieldKind.NUMBER), typed))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void aDayIsADay() {
        assertThat(read(field(FieldKind.DAY), "2026-02-28")).containsExactly("2026-02-28");
        assertThat(read(field(FieldKind.DAY), " ")).isEmpty();
        refused(field(FieldKind.DAY), "2026-02-30");
        refused(field(FieldKind.DAY), "+12026-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "https://kessler.example/a?b=c, https://kessler.example/a?b=c",
        "kessler.example, https://kessler.example",
        "mailto:helen@kessler.example, mailto:helen@kessler.example",
        "HTTP://kessler.example, HTTP://kessler.example"
    })
    void aLinkLeadsToTheWebOrToAnEMail(String typed, String kept) {
        assertThat(read(field(FieldKind.LINK), typed)).containsExactly(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "https://",
                "https://someone:secret@kessler.example",
                "mailto:nobody",
                "https://kessler.example/ a",
                "<script>alert(1)</script>"
            })
    void aLinkThatWouldDoSomethingElseIsRefused(String typed) {
        refused(field(FieldKind.LINK), typed);
    }

    @Test
    void whatIsChosenIsOfferedOrHeldAlready() {
        Field field = field(FieldKind.CHOICES, sailing, rowing, fishing);
        String both = rowing.id() + "," + sailing.id();
        assertThat(read(field, both))
                .containsExactly(rowing.id().toString(), sailing.id().toString());
        refused(field, fishing.id().toString());
        refused(field, UUID.randomUUID().toString());
        Answers held = new Answers(Map.of(field.id(), List.of(fishing.id().toString())));
        assertThat(new FieldReading(Locale.UK).read(field, fishing.id().toString(), held))
                .containsExactly(fishing.id().toString());
    }

    @Test
    void yesAndNoAreTheOnlyAnswersBesideNone() {
        assertThat(read(field(FieldKind.YES_NO), "false")).containsExactly("false");
        assertThat(read(field(FieldKind.YES_NO), null)).isEmpty();
        refused(field(FieldKind.YES_NO), "perhaps");
    }

    @Test
    void textIsOneLineAndNotEndless() {
        assertThat(read(field(FieldKind.TEXT), "  A \u200B 12\n7 ")).containsExactly("A 12 7");
        refused(field(FieldKind.TEXT), "x".repeat(501));
    }

    private void refused(Field field, String typed) {
        assertThatThrownBy(() -> read(field, typed))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo(field.path()));
    }

    private static List<String> read(Field field, @Nullable String typed) {
        return read(Locale.UK, field, typed);
    }

    private static List<String> read(Locale locale, Field field, @Nullable String typed) {
        return new FieldReading(locale).read(field, typed, Answers.none());
    }

    private static Field field(FieldKind kind, FieldChoice... choices) {
        return new Field(
                Ids.next(), Holder.CONTACT, kind, "Own", null, false, false, false, false, 0, List.of(choices));
    }
}
