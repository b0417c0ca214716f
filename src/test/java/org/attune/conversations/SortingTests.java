package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortingTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Around TODAY = new Around(LocalDate.of(2026, 11, 21), BERLIN);

    private final Voices.Voice petra = voice("Petra Kühn");
    private final Voices.Voice helen = voice("Helen Brandt");
    private final Voices voices = new Voices(List.of(petra, helen), List.of("Maya Lindqvist"));

    @ParameterizedTest
    @CsvSource({
        "closing-call-01, 'James Rodriguez,Susan Park', Maria Santos, 32",
        "cold-call-success-01, Michael Chen, Sarah Bell, 20",
        "cold-call-unsuccessful-01, Patricia Moore, Brian Fox, 12",
        "demo-call-success-01, 'Robert Martinez,Amy Chen,Tom Wilson', Maya Lindqvist, 56",
        "discovery-call-01, 'Jennifer Wu,David Park', Marcus Hale, 47",
        "follow-up-success-01, Chris Anderson, Maya Lindqvist, 30",
        "objection-pricing-01, Kevin Brown, Nicole Ames, 24"
    })
    void everyLineOfACallIsOneTurnWithItsSpeaker(String call, String theirs, String ours, int lines) {
        Voices voices = new Voices(
                Arrays.stream(theirs.split(",")).map(SortingTests::voice).toList(), List.of(ours));

        List<ProposedWords> said = said(call(call), voices);

        assertThat(said).hasSize(lines).allSatisfy(turn -> {
            assertThat(turn.words()).isNotBlank().doesNotContain("**").doesNotContain("Call Notes");
            if (turn.kind() == TurnKind.HEARD) {
                assertThat(turn.speaker()).isNotNull();
                assertThat(turn.exactness()).isEqualTo(Exactness.WORD_FOR_WORD);
            } else {
                assertThat(turn.speaker()).isNull();
                assertThat(turn.exactness()).isNull();
            }
        });
        assertThat(said).extracting(ProposedWords::kind).contains(TurnKind.HEARD, TurnKind.ASKED);
        voices.theirs()
                .forEach(voice ->
                        assertThat(said).extracting(ProposedWords::speaker).contains(voice.id()));
    }

    @Test
    void theFactsAboveACallAndTheNotesBelowItAreLeftOutAndKeptVisible() {
        List<ProposedWords> pieces = Sorting.sort(
                call("discovery-call-01"),
                new Voices(List.of(voice("Jennifer Wu"), voice("David Park")), List.of("Marcus Hale")),
                TODAY);

        assertThat(pieces.get(0).part()).isEqualTo(Part.HEADING);
        assertThat(pieces.get(0).words()).contains("DISC-2024-012");
        assertThat(pieces.get(pieces.size() - 1).part()).isEqualTo(Part.HEADING);
        assertThat(pieces.get(pieces.size() - 1).words()).contains("Strong discovery questions");
    }

    @Test
    void aListReadOutBySomebodyBelongsToWhatTheySay() {
        Voices voices = new Voices(
                List.of(voice("Robert Martinez"), voice("Amy Chen"), voice("Tom Wilson")), List.of("Maya Lindqvist"));

        assertThat(said(call("demo-call-success-01"), voices))
                .filteredOn(turn -> turn.words().contains("Stakeholder coverage: 72"))
                .singleElement()
                .satisfies(turn -> assertThat(turn.label()).isEqualTo("Alex"));
    }

    @Test
    void aQuestionOfOursIsAskedAndWhatFollowsTheirQuestionResponds() {
        List<ProposedWords> said = said("""
                Petra Kühn: Is it a problem if somebody only speaks Polish?
                Maya: Not at all.
                Maya: Which three would you start with?
                Petra Kühn: The ones who asked.
                Maya: Good.""", voices);

        assertThat(said)
                .extracting(ProposedWords::kind)
                .containsExactly(TurnKind.HEARD, TurnKind.RESPONDED, TurnKind.ASKED, TurnKind.HEARD, TurnKind.TOLD);
    }

    @Test
    void germanNotesTellWhatWeAskedFromWhatWasSaid() {
        List<ProposedWords> said = said("""
                Petra will am 1. Dezember anfangen
                Habe sie gefragt, was der Verzug im Monat kostet
                „Zwei Tage, jeden Monat.“
                Ich habe ihr die Liste der anderen gezeigt
                Wir fragten nach dem Inhaber
                """, new Voices(List.of(petra), List.of("Maya Lindqvist")));

        assertThat(said)
                .extracting(ProposedWords::kind)
                .containsExactly(TurnKind.HEARD, TurnKind.ASKED, TurnKind.HEARD, TurnKind.TOLD, TurnKind.ASKED);
        assertThat(said.get(2).exactness()).isEqualTo(Exactness.FROM_MEMORY);
        assertThat(said.get(2).words()).isEqualTo("Zwei Tage, jeden Monat.");
    }

    @Test
    void aQuestionMayEndInsideGermanQuotationMarks() {
        List<ProposedWords> said = said("""
                Petra Kühn: „Und wer bezahlt das?“
                Wir: Das sehen wir uns gemeinsam an.""", voices);

        assertThat(said).extracting(ProposedWords::kind).containsExactly(TurnKind.HEARD, TurnKind.RESPONDED);
    }

    @Test
    void aGermanChatNamesItsSpeakersInItsOwnWay() {
        List<ProposedWords> said = said("""
                [17.11.26, 16:42:10] Petra Kühn: Drei Fahrer vergessen die Liste.
                17:02 Uhr Von Maya Lindqvist an alle: Seit wann?
                17.11.2026, 17:05 - Petra Kühn: Seit dem Frühjahr.""", voices);

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly("Drei Fahrer vergessen die Liste.", "Seit wann?", "Seit dem Frühjahr.");
        assertThat(said).extracting(ProposedWords::speaker).containsExactly(petra.id(), null, petra.id());
    }

    @Test
    void anEMailThreadIsPutInOrderAndItsSignaturesAreLeftOut() {
        List<ProposedWords> pieces = Sorting.sort("""
                From: Petra Kühn
                Fri 20 Nov, 08:12
                To: Maya Lindqvist
                Cc: Helen Brandt

                Good morning Maya,
                I asked the drivers at six this morning. Three out of four would phone it in. The fourth is Uwe. Is it a problem if somebody only speaks Polish?
                Petra

                > Fri 20 Nov, 08:40, Maya Lindqvist wrote:
                > Not at all, it takes Polish as well. Which three would you start with?

                Fri 20 Nov, 09:05, Helen Brandt wrote:
                Please put the price for all thirty-one on a line of its own. Our owner reads only that.

                -- my notes from the phone, 9.30
                petra wants to start on 1 dec when month end is over
                """, voices, TODAY);

        List<ProposedWords> said = pieces.stream().filter(ProposedWords::isSaid).toList();
        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly(
                        "I asked the drivers at six this morning. Three out of four would phone it in. The fourth is Uwe.",
                        "Is it a problem if somebody only speaks Polish?",
                        "Not at all, it takes Polish as well.",
                        "Which three would you start with?",
                        "Please put the price for all thirty-one on a line of its own. Our owner reads only that.",
                        "petra wants to start on 1 dec when month end is over");
        assertThat(said)
                .extracting(ProposedWords::kind)
                .containsExactly(
                        TurnKind.HEARD,
                        TurnKind.HEARD,
                        TurnKind.RESPONDED,
                        TurnKind.ASKED,
                        TurnKind.HEARD,
                        TurnKind.HEARD);
        assertThat(said)
                .extracting(ProposedWords::speaker)
                .containsExactly(petra.id(), petra.id(), null, null, helen.id(), petra.id());
        assertThat(said.get(0).at())
                .isEqualTo(LocalDateTime.of(2026, 11, 20, 8, 12).atZone(BERLIN).toInstant());
        assertThat(said.get(5).exactness()).isEqualTo(Exactness.IN_ESSENCE);
        assertThat(pieces)
                .filteredOn(piece -> piece.part() == Part.SIGNATURE)
                .extracting(ProposedWords::words)
                .containsExactly("Petra");
        assertThat(pieces)
                .filteredOn(piece -> piece.part() == Part.HEADING)
                .extracting(ProposedWords::words)
                .containsExactly("Good morning Maya,");
    }

    @Test
    void aThreadWithTheLatestMailOnTopIsReadFromTheBottomUpAndOnce() {
        List<ProposedWords> said = said("""
                The first of December it is.

                Kind regards
                Petra Kühn
                Dispatch, Kessler & Rau Logistics
                +49 211 1234567

                On Fri, 20 Nov 2026 at 08:40, Maya Lindqvist <maya@attune.example>
                wrote:
                > When would you like to start?
                >
                > Maya
                >
                > On Thu, 19 Nov 2026 at 17:02, Petra Kühn <petra@kessler.example> wrote:
                >> We would try it with three drivers.
                """, new Voices(List.of(petra), List.of("Maya Lindqvist")));

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly(
                        "We would try it with three drivers.",
                        "When would you like to start?",
                        "The first of December it is.");
        assertThat(said).extracting(ProposedWords::speaker).containsExactly(petra.id(), null, petra.id());
    }

    @Test
    void aGermanThreadIsOneToo() {
        List<ProposedWords> said = said("""
                Am 20.11.2026 um 08:40 schrieb Petra Kühn:
                > Hallo Maya,
                > das kostet uns zwei Tage im Monat.
                >
                > Viele Grüße
                > Petra
                """, voices);

        assertThat(said).singleElement().satisfies(turn -> {
            assertThat(turn.words()).isEqualTo("das kostet uns zwei Tage im Monat.");
            assertThat(turn.speaker()).isEqualTo(petra.id());
            assertThat(turn.at())
                    .isEqualTo(
                            LocalDateTime.of(2026, 11, 20, 8, 40).atZone(BERLIN).toInstant());
        });
    }

    @Test
    void aChatIsSortedByTheNamesInIt() {
        List<ProposedWords> said = said("""
                [20.11.26, 10:02:33] Petra Kühn: The drawer is full again.
                [20.11.26, 10:03:10] Maya Lindqvist: Since when?
                20/11/2026, 10:04 - Petra Kühn: August.
                And nobody looks into it.""", voices);

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly("The drawer is full again.", "Since when?", "August.\nAnd nobody looks into it.");
        assertThat(said.get(2).at())
                .isEqualTo(LocalDateTime.of(2026, 11, 20, 10, 4).atZone(BERLIN).toInstant());
    }

    @Test
    void aTranscriptWithNamesOnLinesOfTheirOwnIsReadToo() {
        List<ProposedWords> said = said("""
                Petra Kühn  9:03
                The drawer is full again.

                Maya Lindqvist  10:44
                Since when?""", voices);

        assertThat(said).extracting(ProposedWords::kind).containsExactly(TurnKind.HEARD, TurnKind.ASKED);
    }

    @Test
    void jottedLinesAreHeardUnlessTheySayOtherwise() {
        List<ProposedWords> said = said("""
                Call, Thursday:
                - closes the month on the eleventh
                ? what happens between the fifth and the eleventh
                two people retype every invoice
                ! we can read them from the dispatch system
                "By day nine nobody trusts the numbers."
                who else sees the list?""", new Voices(List.of(helen), List.of("Maya")));

        assertThat(said)
                .extracting(ProposedWords::kind)
                .containsExactly(
                        TurnKind.HEARD,
                        TurnKind.ASKED,
                        TurnKind.HEARD,
                        TurnKind.RESPONDED,
                        TurnKind.HEARD,
                        TurnKind.ASKED);
        assertThat(said.get(0).words()).isEqualTo("closes the month on the eleventh");
        assertThat(said.get(0).exactness()).isEqualTo(Exactness.IN_ESSENCE);
        assertThat(said.get(4).words()).isEqualTo("By day nine nobody trusts the numbers.");
        assertThat(said.get(4).exactness()).isEqualTo(Exactness.FROM_MEMORY);
    }

    @Test
    void aLetterBeforeALineNamesWhoSaidIt() {
        List<ProposedWords> said = said("""
                h: we close on the eleventh
                p: because of my list
                we: whose list?""", voices);

        assertThat(said).extracting(ProposedWords::speaker).containsExactly(helen.id(), petra.id(), null);
        assertThat(said)
                .extracting(ProposedWords::exactness)
                .containsExactly(Exactness.FROM_MEMORY, Exactness.FROM_MEMORY, null);
    }

    @Test
    void ofTwoPeopleWhoCouldHaveSaidItAPersonHasToChoose() {
        assertThat(said("the month closes on the eleventh", voices))
                .singleElement()
                .satisfies(turn -> {
                    assertThat(turn.kind()).isEqualTo(TurnKind.HEARD);
                    assertThat(turn.speaker()).isNull();
                });
    }

    @Test
    void aStrangerInATranscriptIsOneOfUsWhereAllOfThemAreKnown() {
        List<ProposedWords> said = said("""
                Petra: The list is mine.
                Marcus: How long is it?
                Helen: Too long.""".replace("Marcus", "Marcus Hale") + "\nMarcus Hale: I see.", voices);

        assertThat(said)
                .extracting(ProposedWords::kind)
                .containsExactly(TurnKind.HEARD, TurnKind.ASKED, TurnKind.HEARD, TurnKind.TOLD);
    }

    @Test
    void nothingBecomesNothing() {
        assertThat(Sorting.sort(" \n\n\t", voices, TODAY)).isEmpty();
        assertThat(Sorting.sort("---\n>\n>>\n", voices, TODAY).stream().filter(ProposedWords::isSaid))
                .hasSizeLessThanOrEqualTo(3);
    }

    private static List<ProposedWords> said(String text, Voices voices) {
        return Sorting.sort(text, voices, TODAY).stream()
                .filter(ProposedWords::isSaid)
                .toList();
    }

    private static Voices.Voice voice(String name) {
        return new Voices.Voice(new ContactId(Ids.next()), name, name.split(" ")[0]);
    }

    private static String call(String name) {
        try (InputStream call =
                Objects.requireNonNull(SortingTests.class.getResourceAsStream("/sales_calls/" + name + ".md"))) {
            return new String(call.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
