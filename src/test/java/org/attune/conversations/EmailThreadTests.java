package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads as mail programs put them on the clipboard. */
class EmailThreadTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Around TODAY = new Around(LocalDate.of(2026, 11, 21), BERLIN);

    private final Voices.Voice helen = new Voices.Voice(new ContactId(Ids.next()), "Helen Brandt", "Helen");
    private final Voices voices = new Voices(List.of(helen), List.of("Maya Lindqvist"));

    @Test
    void whatStandsInFullIsNotTakenAgainWhereItIsQuoted() {
        List<ProposedWords> said = said("""
                From: Maya Lindqvist <maya@attune.example>
                Date: Wed, 18 Nov 2026 08:05:41 +0100
                To: Helen Brandt <helen@kessler.example>
                Subject: Re: Month end

                It reads them. Whose desk would you begin with?

                On Tue, Nov 17, 2026 at 4:42 PM Helen Brandt <helen8@kessler.example> wrote:

                > Hello Maya,
                >
                > Two of my people retype every invoice from the dispatch system,
                > and that keeps the month open.
                > Could it read our old files?
                >
                > Helen

                From: Helen Brandt <helen@kessler.example>
                Date: Tue, 17 Nov 2026 16:42:10 +0100
                To: Maya Lindqvist <maya@attune.example>
                Subject: Re: Month end

                Hello Maya,

                Two of my people retype every invoice from the dispatch system, and that keeps the month open.
                Could it read our old files?

                Helen
                """);

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly(
                        "Two of my people retype every invoice from the dispatch system, and that keeps the month open.",
                        "Could it read our old files?",
                        "It reads them.",
                        "Whose desk would you begin with?");
        assertThat(said).extracting(ProposedWords::speaker).containsExactly(helen.id(), helen.id(), null, null);
        assertThat(said)
                .extracting(ProposedWords::at)
                .containsExactly(at(17, 16, 42), at(17, 16, 42), at(18, 8, 5), at(18, 8, 5));
    }

    @Test
    void whatIsQuotedPieceByPieceBetweenTheAnswersIsNotTakenAgain() {
        List<ProposedWords> said = said("""
                From: Helen Brandt <helen@kessler.example>
                Date: Tue, 17 Nov 2026 16:42:10 +0100

                Two of my people retype every invoice from the dispatch system.

                Nobody has looked at the surcharges since the summer.

                From: Maya Lindqvist <maya@attune.example>
                Date: Wed, 18 Nov 2026 08:05:41 +0100

                On Tue, 17 Nov 2026 at 16:42, Helen Brandt <helen@kessler.example> wrote:
                > Two of my people retype every invoice from the dispatch system.

                All of them, every month?

                > Nobody has looked at the surcharges since the summer.

                Who did before?
                """);

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly(
                        "Two of my people retype every invoice from the dispatch system.",
                        "Nobody has looked at the surcharges since the summer.",
                        "All of them, every month?",
                        "Who did before?");
    }

    @Test
    void aHeaderMayNameTheFamilyFirstAndFollowARuledLine() {
        List<ProposedWords> said = said("""
                We would try it with three drivers.

                -----Original Message-----
                From: Lindqvist, Maya <maya@attune.example>
                Sent: Wednesday, 18 November 2026 08:05
                To: Brandt, Helen <helen@kessler.example>
                Subject: Month end

                How would you begin?
                ________________________________
                From: "Brandt, Helen" <helen@kessler.example>
                Sent: Tuesday, 17 November 2026 16:42
                To: Lindqvist, Maya <maya@attune.example>
                Subject: Month end

                Three of the drivers forget the list.
                """);

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly(
                        "Three of the drivers forget the list.",
                        "How would you begin?",
                        "We would try it with three drivers.");
        assertThat(said).extracting(ProposedWords::speaker).containsExactly(helen.id(), null, helen.id());
    }

    @Test
    void somebodyMaySayTheSameTwice() {
        List<ProposedWords> said = said("""
                From: Helen Brandt
                Date: Tue, 17 Nov 2026 16:42

                Yes, please.

                From: Helen Brandt
                Date: Wed, 18 Nov 2026 09:10

                Yes, please.
                """);

        assertThat(said).extracting(ProposedWords::at).containsExactly(at(17, 16, 42), at(18, 9, 10));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 17 Nov 2026 16:42:10 +0100       | 2026-11-17T15:42:00Z
            Tue, 17 Nov 2026 16:42:10 +0100 (CET) | 2026-11-17T15:42:00Z
            Tue, 17 Nov 2026 16:42:10 -0530       | 2026-11-17T22:12:00Z
            Tue, 17 Nov 2026 16:42:10 GMT         | 2026-11-17T16:42:00Z
            Tue, 17 Nov 2026 16:42 (CET)          | 2026-11-17T15:42:00Z
            Tue, 17 Nov 2026 16:42 UTC+2          | 2026-11-17T14:42:00Z
            Tue, 17 Nov 2026 at 4:42 PM EST       | 2026-11-17T21:42:00Z
            Tue, 17 Nov 2026 16:42                | 2026-11-17T06:42:00Z
            Tue, 17 Nov 2026 16:42-17:30          | 2026-11-17T06:42:00Z
            """)
    void anOffsetMakesADateAMomentAndWithoutOneItIsTheirsWhoPasted(String date, Instant moment) {
        Around around = new Around(LocalDate.of(2026, 11, 21), ZoneId.of("Australia/Brisbane"));
        String thread = """
                From: Helen Brandt
                Date: %s
                Subject: Month end

                Two of us retype every invoice.
                """.formatted(date);

        assertThat(Sorting.sort(thread, voices, around).stream().filter(ProposedWords::isSaid))
                .extracting(ProposedWords::at)
                .containsExactly(moment);
    }

    @Test
    void messagesFromDifferentZonesStandInTheOrderInWhichTheyWereWritten() {
        List<ProposedWords> said = said("""
                From: Helen Brandt
                Date: Tue, 17 Nov 2026 09:30:00 -0500

                Since the spring.

                From: Maya Lindqvist
                Date: Tue, 17 Nov 2026 14:00:00 +0000

                Since when?
                """);

        assertThat(said).extracting(ProposedWords::words).containsExactly("Since when?", "Since the spring.");
    }

    @Test
    void aGermanThreadIsReadLikeAnEnglishOne() {
        List<ProposedWords> pieces = Sorting.sort("""
                Guten Morgen Frau Lindqvist,

                gern, am 1. Dezember fangen wir an. Können Sie am 20. November noch einmal kommen?

                Mit freundlichen Grüßen
                Helen Brandt
                Von meinem iPhone gesendet

                Am Fr., 20. Nov. 2026 um 08:40 Uhr schrieb Maya Lindqvist
                <maya@attune.example>:

                > Sehr geehrte Frau Dr. Brandt,
                >
                > wann möchten Sie anfangen?
                >
                > Viele Grüße aus Düsseldorf
                > Maya Lindqvist
                >
                > Helen Brandt <helen@kessler.example> hat am 19.11.2026 17.02 Uhr geschrieben:
                >
                > > Wir würden es mit drei Fahrern versuchen.
                """, voices, TODAY);

        List<ProposedWords> said = pieces.stream().filter(ProposedWords::isSaid).toList();
        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly(
                        "Wir würden es mit drei Fahrern versuchen.",
                        "wann möchten Sie anfangen?",
                        "gern, am 1. Dezember fangen wir an.",
                        "Können Sie am 20. November noch einmal kommen?");
        assertThat(said).extracting(ProposedWords::speaker).containsExactly(helen.id(), null, helen.id(), helen.id());
        assertThat(said.get(1).kind()).isEqualTo(TurnKind.ASKED);
        assertThat(pieces)
                .filteredOn(piece -> piece.part() == Part.HEADING)
                .extracting(ProposedWords::words)
                .containsExactly("Sehr geehrte Frau Dr. Brandt,", "Guten Morgen Frau Lindqvist,");
    }

    @Test
    void aGermanHeaderMayComeBelowWhatPassedItOnAndNameItsWriterLast() {
        List<ProposedWords> said = said("""
                Von: Brandt, Helen <helen@kessler.example>
                Gesendet: Mittwoch, 18. März 2026 08:05
                An: Lindqvist, Maya <maya@attune.example>
                Betreff: WG: Monatsabschluss

                So sieht es bei uns aus.

                -------- Weitergeleitete Nachricht --------
                Betreff: Monatsabschluss
                Datum: Di., 17. März 2026 16:42
                Von: Petra Kühn <petra@kessler.example>
                An: Helen Brandt <helen@kessler.example>
                Kopie: Uwe

                Drei Fahrer vergessen die Liste.
                """);

        assertThat(said)
                .extracting(ProposedWords::words)
                .containsExactly("Drei Fahrer vergessen die Liste.", "So sieht es bei uns aus.");
        assertThat(said.get(0).label()).startsWith("Petra");
        assertThat(said.get(0).at()).isBefore(said.get(1).at());
    }

    private List<ProposedWords> said(String thread) {
        return Sorting.sort(thread, voices, TODAY).stream()
                .filter(ProposedWords::isSaid)
                .toList();
    }

    private static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 11, day, hour, minute).atZone(BERLIN).toInstant();
    }
}
