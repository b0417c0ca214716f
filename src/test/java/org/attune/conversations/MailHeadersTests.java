package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the headers of brought mail say of its thread, and what of them stays in the text. */
class MailHeadersTests {

    private static final Around AROUND = new Around(LocalDate.of(2026, 3, 20), ZoneOffset.UTC);

    private static MailHeaders in(String text) {
        return MailHeaders.in(text.lines().toList(), AROUND);
    }

    @Test
    void whatOnlyMachinesReadIsTakenOutAndSaysWhereTheMessageStands() {
        MailHeaders found = in("""
                Return-Path: <helen@brandt.example>
                Message-ID: <b2@brandt.example>
                References: <a0@attune.example.org>
                 <a1@attune.example.org>
                In-Reply-To: <a1@attune.example.org>
                Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
                Date: Mon, 2 Mar 2026 10:04:00 +0000
                From: Helen Brandt <helen@brandt.example>

                We never bill them.""");

        assertThat(found.lines())
                .containsExactly(
                        "From: Helen Brandt <helen@brandt.example>",
                        "Date: Mon, 2 Mar 2026 10:04:00 +0000",
                        "",
                        "We never bill them.");
        assertThat(found.newest()).hasValueSatisfying(newest -> {
            assertThat(newest.thread())
                    .isEqualTo("<a0@attune.example.org> <a1@attune.example.org> <b2@brandt.example>");
            assertThat(newest.subject()).isEqualTo("Grüße");
            assertThat(newest.at()).isEqualTo(Instant.parse("2026-03-02T10:04:00Z"));
        });
    }

    @Test
    void theNewestIsTheOneThatNoneOfTheOthersAnswersWhicheverStandsFirst() {
        String first = "Message-ID: <one@x.example>\nFrom: Maya\n\nIs that so?\n";
        String second = "Message-ID: <two@x.example>\nIn-Reply-To: <one@x.example>\nFrom: Helen\n\nYes.\n";

        for (String text : List.of(first + "\n" + second, second + "\n" + first)) {
            assertThat(in(text).newest()).map(BroughtMail::id).contains("<two@x.example>");
        }
    }

    @Test
    void aTextWithoutAMessageIdStaysAsItIs() {
        List<String> text = List.of("From: Helen", "Subject: Yard", "Note: ask again", "", "Message-ID is a word.");

        MailHeaders found = MailHeaders.in(text, AROUND);

        assertThat(found.lines()).isEqualTo(text);
        assertThat(found.newest()).isEmpty();
    }

    @Test
    void whatIsNoIdentifierNeverGetsIntoAHeader() {
        for (String wrong : List.of("none", "<no at>", "<a@b\tc>", "<ü@x.example>", "<a@b")) {
            assertThat(in("Message-ID: " + wrong + "\nFrom: Helen\n\nYes.").newest())
                    .as(wrong)
                    .isEmpty();
        }
        assertThat(in("Message-ID: <a@x.example>\nReferences: <b@x.example> Bcc: all <c c@x>\nFrom: H\n\nYes.")
                        .newest())
                .map(BroughtMail::before)
                .contains(List.of("<b@x.example>"));
    }

    @Test
    void ofALongThreadItsBeginningAndItsEndAreKept() {
        List<String> many = java.util.stream.IntStream.range(0, 40)
                .mapToObj(n -> "<m" + n + "@x.example>")
                .toList();

        String[] kept =
                new BroughtMail("<last@x.example>", many, "", null).thread().split(" ");

        assertThat(kept).hasSize(12).startsWith("<m0@x.example>").endsWith("<m39@x.example>", "<last@x.example>");
    }
}
