package org.attune.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanFilesTests {

    @ParameterizedTest
    @CsvSource({
        "Vorname, GIVEN_NAME",
        "Nachname, FAMILY_NAME",
        "Vollständiger Name, NAME",
        "Anrede, PRONOUN",
        "Unternehmen, COMPANY",
        "E-Mail-Adresse, EMAIL_WORK",
        "E-Mail privat, EMAIL_PRIVATE",
        "Telefon (geschäftlich), PHONE_WORK",
        "Mobiltelefon, PHONE_MOBILE",
        "Schlagwörter, TAGS",
        "Stufe, STAGE",
        "Betreuer, OWNER",
        "Umsatz, LEFT_OUT"
    })
    void aGermanHeadingSaysWhatItsColumnHolds(String heading, ContactField field) {
        assertThat(ContactField.saidBy(heading)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"17. März 2026", "Dienstag, 17. März 2026", "Di., 17. März 2026", "17.3.2026", "March 17, 2026"})
    void theDayAboveATranscriptIsRead(String day) {
        assertThat(TranscriptHead.of("Datum: " + day + "\n---\nHelen: Guten Tag.")
                        .day())
                .isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void soIsHowLongItTook() {
        assertThat(TranscriptHead.of("Datum: 17.3.2026\nDauer: 25 Minuten\n---\n")
                        .minutes())
                .isEqualTo(25);
    }
}
