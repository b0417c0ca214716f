package org.attune.health;

import java.util.Optional;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Health with its reasons in sentences, how it moved, and what would help: for the page of one contact. */
@Component
@Transactional(readOnly = true)
public class HealthPanels {

    private final Healths healths;
    private final HealthMovements movements;
    private final NextMoves moves;
    private final ReasonWords words;

    HealthPanels(Healths healths, HealthMovements movements, NextMoves moves, ReasonWords words) {
        this.healths = healths;
        this.movements = movements;
        this.moves = moves;
        this.words = words;
    }

    /** Nothing where the viewer does not see them, or they were erased. */
    public Optional<HealthPanel> of(Viewer viewer, ContactId contact) {
        return healths.explained(viewer, contact).map(explained -> panel(viewer, contact, explained));
    }

    private HealthPanel panel(Viewer viewer, ContactId contact, Healths.Explained explained) {
        HealthView health = explained.health();
        HealthMovements.Lately lately = movements.lately(viewer, contact, health.asOf());
        return new HealthPanel(
                health,
                words.lines(health, explained.behind()),
                lately.course(),
                lately.newHands(),
                moves.of(viewer, contact));
    }
}
