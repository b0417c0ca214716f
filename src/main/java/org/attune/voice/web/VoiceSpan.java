package org.attune.voice.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.attune.voice.VoicePeriod;

/** How far back one listens from today. */
enum VoiceSpan {
    WEEKS("12weeks"),
    QUARTER("quarter"),
    YEAR("year");

    private final String code;

    VoiceSpan(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    VoicePeriod until(LocalDate today, ZoneId zone) {
        LocalDate first =
                switch (this) {
                    case WEEKS -> today.minusWeeks(12);
                    case QUARTER -> today.minusMonths(3);
                    case YEAR -> today.minusYears(1);
                };
        return new VoicePeriod(first.plusDays(1), today, zone);
    }

    static Optional<VoiceSpan> of(String code) {
        return Arrays.stream(values()).filter(span -> span.code.equals(code)).findFirst();
    }
}
