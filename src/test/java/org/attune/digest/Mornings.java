package org.attune.digest;

import java.time.LocalDate;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.springframework.stereotype.Component;

/** Lets the morning of a working day come for somebody, so that a test need not wait for it. */
@Component
public class Mornings {

    private final MorningRound round;
    private final Organisation organisation;

    Mornings(MorningRound round, Organisation organisation) {
        this.round = round;
        this.organisation = organisation;
    }

    /** The working day after today. */
    public LocalDate next(Viewer of) {
        return after(LocalDate.now(of.zone()));
    }

    public LocalDate after(LocalDate day) {
        return organisation.current().week().after(day);
    }

    /** @return how many letters were written */
    public int comes(Viewer to, LocalDate day) {
        return round.round(day.atTime(7, 30).atZone(to.zone()).toInstant());
    }
}
