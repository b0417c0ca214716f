package org.attune.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How well relationships are doing, and why. Lists and dashboards read the rows that are kept instead. */
@Component
@Transactional(readOnly = true)
public class Healths {

    private final JdbcClient jdbc;
    private final Gathering gathering;
    private final BehindSeen behind;
    private final Clock clock;

    Healths(JdbcClient jdbc, Gathering gathering, BehindSeen behind, Clock clock) {
        this.jdbc = jdbc;
        this.gathering = gathering;
        this.behind = behind;
        this.clock = clock;
    }

    private record Day(LocalDate today, ZoneId zone) {}

    /** As it is today: three statements. Nothing where the viewer does not see them, or they were erased. */
    public Optional<HealthView> of(Viewer viewer, ContactId contact) {
        return on(viewer, contact, null);
    }

    /** As it was at the end of a day, as far as that can be told from what is known; a day to come is none yet. */
    public Optional<HealthView> of(Viewer viewer, ContactId contact, LocalDate asOf) {
        return on(viewer, contact, asOf);
    }

    private Optional<HealthView> on(Viewer viewer, ContactId contact, @Nullable LocalDate wanted) {
        Optional<Day> seen = seen(viewer, contact);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Day now = seen.get();
        LocalDate day = wanted == null || wanted.isAfter(now.today()) ? now.today() : wanted;
        String facts = day.equals(now.today()) ? Facts.NOW : Facts.THEN;
        return gathering.of(List.of(contact.value()), facts, now.today(), now.zone()).stream()
                .map(gathered -> view(viewer, contact, gathered.on(day)))
                .findFirst();
    }

    private HealthView view(Viewer viewer, ContactId contact, Health health) {
        Set<UUID> mayBeOpened = behind.seen(
                viewer,
                health.parts().stream()
                        .flatMap(part -> part.reasons().stream())
                        .flatMap(reason -> Optional.ofNullable(reason.behind()).stream())
                        .collect(Collectors.toSet()));
        List<Part> parts = health.parts().stream()
                .map(part -> part.saying(part.reasons().stream()
                        .map(reason -> BehindSeen.only(mayBeOpened, reason))
                        .toList()))
                .toList();
        return new HealthView(
                contact,
                health.day(),
                health.score(),
                health.band(),
                health.twoWay(),
                health.missing(),
                parts,
                health.pulse());
    }

    private Optional<Day> seen(Viewer viewer, ContactId contact) {
        return jdbc.sql("""
                        select (:now::timestamptz at time zone z.zone)::date as today, z.zone
                          from seen_contact(:viewer) c cross join organisation z where c.id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("viewer", viewer.uuid())
                .param("id", contact.value())
                .query((row, n) -> new Day(
                        Objects.requireNonNull(row.getObject("today", LocalDate.class)),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }
}
