package org.attune.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The days in which something was heard.
 *
 * @param from the first day
 * @param until the last day, which counts
 * @param zone where these days begin and end: the organisation's
 */
public record VoicePeriod(LocalDate from, LocalDate until, ZoneId zone) {

    private static final int SHORT = 100;
    private static final int WEEK = 7;

    /** @throws IllegalArgumentException where it ends before it begins */
    public VoicePeriod {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on its first day or later");
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** As many days, just before it. */
    public VoicePeriod before() {
        return new VoicePeriod(from.minusDays(days()), from.minusDays(1), zone);
    }

    /** Whether it is drawn by week; a longer one is drawn by month. */
    public boolean byWeek() {
        return days() <= SHORT;
    }

    /** The days on which its bars begin: whole weeks back from the last day, or months. The first may be cut. */
    public List<LocalDate> starts() {
        List<LocalDate> starts = new ArrayList<>();
        if (byWeek()) {
            for (LocalDate start = until.minusDays(WEEK - 1L);
                    start.plusDays(WEEK - 1L).isAfter(from)
                            || start.plusDays(WEEK - 1L).equals(from);
                    start = start.minusDays(WEEK)) {
                starts.add(start.isBefore(from) ? from : start);
            }
            Collections.reverse(starts);
            return starts;
        }
        for (LocalDate start = from;
                !start.isAfter(until);
                start = start.with(TemporalAdjusters.firstDayOfNextMonth())) {
            starts.add(start);
        }
        return starts;
    }

    /** The part of it that a bar stands for. */
    public VoicePeriod part(int bar) {
        List<LocalDate> starts = starts();
        LocalDate last = bar + 1 < starts.size() ? starts.get(bar + 1).minusDays(1) : until;
        return new VoicePeriod(starts.get(bar), last, zone);
    }

    Instant begins() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant ends() {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
