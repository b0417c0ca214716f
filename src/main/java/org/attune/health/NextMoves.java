package org.attune.health;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What would help: for each relationship the one or two next moves that follow from its reasons. */
@Component
@Transactional(readOnly = true)
public class NextMoves {

    private final MoveRows rows;
    private final Clock clock;

    NextMoves(MoveRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Two statements. */
    public List<NextMove> of(Viewer viewer, ContactId contact) {
        return of(viewer, List.of(contact)).getOrDefault(contact, List.of());
    }

    /** Two statements, whatever their number; those the viewer does not see are left out. */
    public Map<ContactId, List<NextMove>> of(Viewer viewer, Collection<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = contacts.stream().map(ContactId::value).toList();
        List<MoveRows.Standing> standings = rows.standings(viewer, ids, clock.instant());
        if (standings.isEmpty()) {
            return Map.of();
        }
        ZoneId zone = standings.get(0).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<UUID, List<NextMove>> open = rows.open(viewer, ids, today, zone);
        Map<ContactId, List<NextMove>> moves = new LinkedHashMap<>();
        standings.forEach(one -> moves.put(
                new ContactId(one.contact()),
                one.with(open.getOrDefault(one.contact(), List.of())).moves(today)));
        return moves;
    }
}
