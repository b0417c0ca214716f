package org.attune.health;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How well relationships are doing, and why. Lists and dashboards read the rows that are kept instead. */
@Component
@Transactional(readOnly = true)
public class Healths {

    private final ContactSight sight;
    private final Organisation organisation;
    private final Gathering gathering;
    private final BehindSeen behind;
    private final Clock clock;

    Healths(ContactSight sight, Organisation organisation, Gathering gathering, BehindSeen behind, Clock clock) {
        this.sight = sight;
        this.organisation = organisation;
        this.gathering = gathering;
        this.behind = behind;
        this.clock = clock;
    }

    /** @param behind where the viewer reads what its reasons stand on */
    record Explained(HealthView health, Map<UUID, String> behind) {}

    /** As it is today: three statements. Nothing where the viewer does not see them, or they were erased. */
    public Optional<HealthView> of(Viewer viewer, ContactId contact) {
        return explained(viewer, contact).map(Explained::health);
    }

    /** As it was at the end of a day, as far as that can be told from what is known; a day to come is none yet. */
    public Optional<HealthView> of(Viewer viewer, ContactId contact, LocalDate asOf) {
        return on(viewer, contact, asOf).map(Explained::health);
    }

    Optional<Explained> explained(Viewer viewer, ContactId contact) {
        return on(viewer, contact, null);
    }

    private Optional<Explained> on(Viewer viewer, ContactId contact, @Nullable LocalDate wanted) {
        if (!sight.sees(viewer, contact)) {
            return Optional.empty();
        }
        ZoneId zone = organisation.current().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = wanted == null || wanted.isAfter(today) ? today : wanted;
        String facts = day.equals(today) ? Facts.NOW : Facts.THEN;
        return gathering.of(List.of(contact.value()), facts, today, zone).stream()
                .map(gathered -> view(viewer, contact, gathered.on(day)))
                .findFirst();
    }

    private Explained view(Viewer viewer, ContactId contact, Health health) {
        Map<UUID, String> mayBeOpened = behind.seen(
                viewer,
                health.parts().stream()
                        .flatMap(part -> part.reasons().stream())
                        .flatMap(reason -> Optional.ofNullable(reason.behind()).stream())
                        .collect(Collectors.toSet()));
        List<Part> parts = health.parts().stream()
                .map(part -> part.saying(part.reasons().stream()
                        .map(reason -> BehindSeen.only(mayBeOpened.keySet(), reason))
                        .toList()))
                .toList();
        HealthView view = new HealthView(
                contact,
                health.day(),
                health.score(),
                health.band(),
                health.twoWay(),
                health.missing(),
                parts,
                health.pulse());
        return new Explained(view, mayBeOpened);
    }
}
