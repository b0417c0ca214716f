package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SayTests {

    /** Still 21 November in London, already the 22nd in Berlin. */
    private static final Instant LATE_IN_THE_EVENING = Instant.parse("2026-11-21T23:30:00Z");

    private final Say inLondon = say(Locale.UK, "Europe/London");
    private final Say inBerlin = say(Locale.forLanguageTag("en-DE"), "Europe/Berlin");
    private final Say aufDeutsch = say(Locale.GERMANY, "Europe/Berlin");
    private final Say inParis = say(Locale.forLanguageTag("en-FR"), "Europe/Paris");
    private final Say inNewYork = say(Locale.US, "America/New_York");

    @Test
    void daysAreThoseOfThePersonsZone() {
        assertThat(inLondon.today()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(inBerlin.today()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(inBerlin.day(LATE_IN_THE_EVENING)).isEqualTo("22 Nov");
        assertThat(inNewYork.day(LATE_IN_THE_EVENING)).isEqualTo("Nov 21");
    }

    @Test
    void anotherYearIsNamed() {
        assertThat(inLondon.day(LocalDate.of(2025, 11, 19))).isEqualTo("19 Nov 2025");
        assertThat(inNewYork.day(LocalDate.of(2025, 11, 19))).isEqualTo("Nov 19, 2025");
        assertThat(inLondon.weekday(LocalDate.of(2026, 11, 19))).isEqualTo("Thursday 19 Nov");
    }

    @Test
    void timesAreThoseOfThePersonsZoneToo() {
        assertThat(inLondon.time(LATE_IN_THE_EVENING)).isEqualTo("23:30");
        assertThat(inBerlin.dayAndTime(LATE_IN_THE_EVENING)).isEqualTo("22 Nov, 00:30");
        assertThat(inNewYork.time(LATE_IN_THE_EVENING)).isEqualTo("6:30 PM");
    }

    @Test
    void whatWasAFewDaysAgoIsSaidSo() {
        assertThat(inLondon.since(LocalDate.of(2026, 11, 21))).isEqualTo("today");
        assertThat(inLondon.since(LocalDate.of(2026, 11, 20))).isEqualTo("yesterday");
        assertThat(inLondon.since(LocalDate.of(2026, 11, 15))).isEqualTo("6 days ago");
        assertThat(inLondon.since(LocalDate.of(2026, 11, 14))).isEqualTo("14 Nov");
    }

    @Test
    void whatIsDueSaysHowLateItIs() {
        assertThat(inLondon.due(LocalDate.of(2026, 11, 18))).isEqualTo("3 days late");
        assertThat(inLondon.due(LocalDate.of(2026, 11, 20))).isEqualTo("1 day late");
        assertThat(inLondon.due(LocalDate.of(2026, 11, 21))).isEqualTo("today");
        assertThat(inLondon.due(LocalDate.of(2026, 11, 22))).isEqualTo("tomorrow");
        assertThat(inLondon.due(LocalDate.of(2026, 11, 24))).isEqualTo("24 Nov");
        assertThat(inLondon.isLate(LocalDate.of(2026, 11, 21))).isFalse();
        assertThat(inBerlin.isLate(LocalDate.of(2026, 11, 21))).isTrue();
    }

    @Test
    void moneyHasCentsOnlyWhereThereAreSome() {
        BigDecimal amount = new BigDecimal("4200.00");
        assertThat(inLondon.money(amount, "EUR", "MONTH")).isEqualTo("€4,200 a month");
        assertThat(inLondon.money(new BigDecimal("4200.5"), "EUR")).isEqualTo("€4,200.50");
        assertThat(inLondon.money(amount, "JPY", "ONCE")).isEqualTo("JP¥4,200 once");
        assertThat(inBerlin.money(amount, "EUR")).isEqualTo("4.200\u00a0€");
    }

    @Test
    void aRangeNamesItsPeriodOnce() {
        assertThat(inLondon.range(new BigDecimal("3000"), new BigDecimal("5000"), "EUR", "MONTH"))
                .isEqualTo("€3,000 to €5,000 a month");
        assertThat(inLondon.range(new BigDecimal("3000"), new BigDecimal("3000.00"), "EUR", "YEAR"))
                .isEqualTo("€3,000 a year");
    }

    @Test
    void figuresFollowThePersonsLocale() {
        assertThat(inLondon.number(12345)).isEqualTo("12,345");
        assertThat(inBerlin.number(12345)).isEqualTo("12.345");
        assertThat(inLondon.percent(60)).isEqualTo("60%");
    }

    @Test
    void wordsAreInThePersonsLanguageAndFiguresAsInTheirRegion() {
        assertThat(inBerlin.day(LocalDate.of(2026, 9, 19))).isEqualTo("19 Sept");
        assertThat(inBerlin.number(12345.5)).isEqualTo("12.345,5");
        assertThat(inParis.money(new BigDecimal("4200"), "EUR", "MONTH")).isEqualTo("4\u202f200\u00a0€ a month");
        assertThat(aufDeutsch.day(LocalDate.of(2026, 9, 19))).isEqualTo("19. Sept.");
        assertThat(aufDeutsch.day(LocalDate.of(2025, 5, 1))).isEqualTo("1. Mai 2025");
        assertThat(aufDeutsch.weekday(LocalDate.of(2026, 11, 19))).isEqualTo("Donnerstag, 19. Nov.");
        assertThat(aufDeutsch.dayAndTime(LATE_IN_THE_EVENING)).isEqualTo("22. Nov., 00:30");
    }

    @Test
    void germanCountsItsOwnWay() {
        assertThat(aufDeutsch.since(LocalDate.of(2026, 11, 22))).isEqualTo("heute");
        assertThat(aufDeutsch.since(LocalDate.of(2026, 11, 21))).isEqualTo("gestern");
        assertThat(aufDeutsch.since(LocalDate.of(2026, 11, 19))).isEqualTo("vor 3 Tagen");
        assertThat(aufDeutsch.due(LocalDate.of(2026, 11, 21))).isEqualTo("1 Tag überfällig");
        assertThat(aufDeutsch.due(LocalDate.of(2026, 11, 23))).isEqualTo("morgen");
        assertThat(aufDeutsch.money(new BigDecimal("12345.6"), "EUR", "MONTH")).isEqualTo("12.345,60\u00a0€ im Monat");
        assertThat(aufDeutsch.range(new BigDecimal("3000"), new BigDecimal("5000"), "EUR", "YEAR"))
                .isEqualTo("3.000\u00a0€ bis 5.000\u00a0€ im Jahr");
        assertThat(aufDeutsch.percent(60)).isEqualTo("60\u00a0%");
    }

    @Test
    void countsStopAtNinetyNine() {
        assertThat(inLondon.count(99)).isEqualTo("99");
        assertThat(inLondon.count(100)).isEqualTo("99+");
    }

    @Test
    void initialsAreOfTheFirstAndTheLastName() {
        assertThat(inLondon.initials("Helen Brandt")).isEqualTo("HB");
        assertThat(inLondon.initials("Pieter de Wit")).isEqualTo("PW");
        assertThat(inLondon.initials(" Łukasz ")).isEqualTo("Ł");
        assertThat(inLondon.initials("")).isEmpty();
    }

    @Test
    void whatIsAbsentIsSaidAsNothing() {
        assertThat(inLondon.day((LocalDate) null)).isEmpty();
        assertThat(inLondon.due(null)).isEmpty();
        assertThat(inLondon.money(null, "EUR")).isEmpty();
    }

    private static Say say(Locale locale, String zone) {
        ShellPerson person = new ShellPerson(
                UUID.randomUUID(),
                "Maya Lindqvist",
                "access.role.salesperson",
                true,
                false,
                false,
                false,
                "sales",
                "system",
                true,
                false,
                ZoneId.of(zone),
                locale);
        try {
            return new Say(
                    Clock.fixed(LATE_IN_THE_EVENING, ZoneOffset.UTC),
                    PageConfiguration.messageSource(),
                    () -> Optional.of(person),
                    () -> ZoneOffset.UTC);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
