package org.attune.nurture.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.attune.nurture.NoteTogether;
import org.attune.nurture.SilenceView;
import org.attune.nurture.Silences;
import org.attune.nurture.Stops;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.springframework.stereotype.Component;

/** Finds those who were picked, as far as the viewer sees them, and which of them are to be left in peace. */
@Component
class Picking {

    private final ContactSight sight;
    private final Silences silences;
    private final Stops stops;

    Picking(ContactSight sight, Silences silences, Stops stops) {
        this.sight = sight;
        this.silences = silences;
        this.stops = stops;
    }

    Picked of(Viewer viewer, List<UUID> ids) {
        List<ContactId> wanted = ids.stream()
                .distinct()
                .limit(NoteTogether.MOST)
                .map(ContactId::new)
                .toList();
        if (wanted.isEmpty()) {
            return new Picked(List.of(), Map.of(), Set.of());
        }
        Map<UUID, SilenceView> peace = new HashMap<>();
        silences.among(viewer, wanted).forEach((who, silence) -> peace.put(who.value(), silence));
        Set<UUID> unwanted =
                stops.unwantedBy(viewer, wanted).stream().map(ContactId::value).collect(Collectors.toSet());
        return new Picked(sight.stillKnown(viewer, wanted), peace, unwanted);
    }
}
