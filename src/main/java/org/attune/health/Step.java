package org.attune.health;

import java.time.LocalDate;
import java.util.UUID;

/** A need of theirs got as far as this. */
record Step(UUID need, LocalDate known, Reached reached) {

    enum Reached {
        HEARD(25),
        EXPLORED(50),
        CONFIRMED(75),
        SOLVED(100);

        final int worth;

        Reached(int worth) {
            this.worth = worth;
        }
    }
}
