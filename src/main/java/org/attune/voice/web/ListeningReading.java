package org.attune.voice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
import org.attune.voice.VoiceChoices;
import org.attune.voice.VoiceFilter;
import org.attune.voice.VoicePeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from an address what is listened to. What the viewer may not choose does not exist. */
@Component
class ListeningReading {

    private static final int YEARS = 5;

    private final VoiceChoices choices;
    private final Organisation organisation;
    private final Stages stages;
    private final Clock clock;

    ListeningReading(VoiceChoices choices, Organisation organisation, Stages stages, Clock clock) {
        this.choices = choices;
        this.organisation = organisation;
        this.stages = stages;
        this.clock = clock;
    }

    Listening read(Viewer viewer, HttpServletRequest request) {
        ZoneId zone = organisation.current().zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        UUID company = id(request, "company");
        VoiceChoices.All all = choices.of(viewer, company);
        List<Stage> stages = this.stages.all();
        Days days = days(request, today, zone);
        UUID team = id(request, "team");
        String stage = word(request, "stage");
        String tag = word(request, "tag");
        known(company == null || has(all.companies(), company), "company");
        known(team == null || has(all.teams(), team), "team");
        known(stage == null || stages.stream().anyMatch(one -> one.key().equals(stage)), "stage");
        known(tag == null || all.tags().contains(tag), "tag");
        return new Listening(
                new VoiceFilter(viewer, days.period(), stage, company, tag, team),
                all,
                stages,
                days.span(),
                days.problem());
    }

    private record Days(
            VoicePeriod period, String span, @Nullable String problem) {}

    private static Days days(HttpServletRequest request, LocalDate today, ZoneId zone) {
        String asked = word(request, "period");
        if (!Listening.CUSTOM.equals(asked)) {
            VoiceSpan span = asked == null
                    ? VoiceSpan.WEEKS
                    : VoiceSpan.of(asked).orElseThrow(() -> new NotSeen("period " + asked));
            return new Days(span.until(today, zone), span.code(), null);
        }
        LocalDate from = day(word(request, "from"));
        LocalDate until = day(word(request, "until"));
        String problem = problem(from, until, today);
        if (problem != null || from == null || until == null) {
            return new Days(VoiceSpan.WEEKS.until(today, zone), Listening.CUSTOM, problem);
        }
        VoicePeriod period = new VoicePeriod(from, until, zone);
        for (VoiceSpan span : VoiceSpan.values()) {
            if (span.until(today, zone).equals(period)) {
                return new Days(period, span.code(), null);
            }
        }
        return new Days(period, Listening.CUSTOM, null);
    }

    private static @Nullable String problem(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from == null || until == null) {
            return "voice.period.no-day";
        }
        if (until.isBefore(from)) {
            return "voice.period.backwards";
        }
        if (until.isAfter(today)) {
            return "voice.period.not-yet";
        }
        return from.isBefore(until.minusYears(YEARS)) ? "voice.period.too-long" : null;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static boolean has(List<VoiceChoices.Place> places, UUID id) {
        return places.stream().anyMatch(place -> place.id().equals(id));
    }

    private static void known(boolean there, String name) {
        if (!there) {
            throw new NotSeen(name);
        }
    }

    private static @Nullable UUID id(HttpServletRequest request, String name) {
        String asked = word(request, name);
        try {
            return asked == null ? null : UUID.fromString(asked);
        } catch (IllegalArgumentException noId) {
            throw new NotSeen(name);
        }
    }

    private static @Nullable String word(HttpServletRequest request, String name) {
        String asked = request.getParameter(name);
        return asked == null || asked.isBlank() ? null : asked.strip();
    }
}
