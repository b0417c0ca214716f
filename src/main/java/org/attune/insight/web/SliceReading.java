package org.attune.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Organisation;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.insight.Choice;
import org.attune.insight.Choices;
import org.attune.insight.CompaniesOverseen;
import org.attune.insight.Overseen;
import org.attune.insight.Period;
import org.attune.insight.Slice;
import org.attune.people.CompanyId;
import org.attune.platform.NotSeen;
import org.attune.stages.Stage;
import org.attune.stages.Stages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from an address what is looked at. What the viewer does not oversee does not exist. */
@Component
class SliceReading {

    static final String CUSTOM = "custom";

    private final Overseen overseen;
    private final CompaniesOverseen companies;
    private final Organisation organisation;
    private final Stages stages;
    private final Clock clock;

    SliceReading(
            Overseen overseen, CompaniesOverseen companies, Organisation organisation, Stages stages, Clock clock) {
        this.overseen = overseen;
        this.companies = companies;
        this.organisation = organisation;
        this.stages = stages;
        this.clock = clock;
    }

    Sliced read(Viewer viewer, HttpServletRequest request) {
        ZoneId zone = organisation.current().zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        UUID company = id(request, "company");
        Choices choices = overseen.choices(viewer, company);
        AskedCompany at = company(viewer, request, company, choices.company());
        List<Stage> all = stages.all();
        AskedDays days = days(request, today, zone);
        Period period = Objects.requireNonNullElseGet(days.period(), () -> Span.QUARTER.until(today, zone));
        UUID team = known(choices.teams(), id(request, "team"));
        UUID person = known(choices.people(), id(request, "person"));
        Slice slice = new Slice(
                viewer,
                team == null ? null : new TeamId(team),
                person == null ? null : new UserId(person),
                stage(request, all),
                at.chosen() == null ? null : new CompanyId(at.chosen().id()),
                period);
        return new Sliced(
                slice, choices, at, all, today, Span.like(period, today).orElse(null), days.problem());
    }

    /** What was typed goes before what the address has; an emptied field is no company. */
    private AskedCompany company(
            Viewer viewer, HttpServletRequest request, @Nullable UUID asked, @Nullable Choice known) {
        String typed = word(request, "at");
        if (asked != null && known == null) {
            throw new NotSeen("company " + asked);
        }
        if (request.getParameter("at") == null || known != null && known.name().equals(typed)) {
            return new AskedCompany(known, null, List.of());
        }
        if (typed == null) {
            return AskedCompany.ANY;
        }
        List<Choice> found = companies.like(viewer, typed, CompanySuggestionsController.MOST);
        return CompaniesOverseen.meant(found, typed)
                .map(one -> new AskedCompany(one, null, List.of()))
                .orElseGet(() -> new AskedCompany(null, typed, found));
    }

    private static AskedDays days(HttpServletRequest request, LocalDate today, ZoneId zone) {
        String asked = word(request, "period");
        if (CUSTOM.equals(asked)) {
            return AskedDays.of(word(request, "from"), word(request, "until"), today, zone);
        }
        Span span = asked == null ? Span.QUARTER : Span.of(asked).orElseThrow(() -> new NotSeen("period"));
        return new AskedDays(span.until(today, zone), null);
    }

    private static @Nullable String stage(HttpServletRequest request, List<Stage> all) {
        String asked = word(request, "stage");
        if (asked != null && all.stream().noneMatch(stage -> stage.key().equals(asked))) {
            throw new NotSeen("stage");
        }
        return asked;
    }

    private static @Nullable UUID known(List<Choice> choices, @Nullable UUID asked) {
        return asked == null
                ? null
                : Choices.among(choices, asked)
                        .orElseThrow(() -> new NotSeen("choice " + asked))
                        .id();
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
