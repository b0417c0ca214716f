package org.attune.promises;

import java.time.LocalDate;
import org.attune.people.ContactId;
import org.attune.platform.RuleRefused;

/** Something undertaken by a day. Each verb answers how the promise stands afterwards. */
record Promise(PromiseId id, ContactId contact, String words, LocalDate due, State state, int version) {

    private static final int A_YEAR_BACK = 366;
    private static final int TEN_YEARS = 10;

    /** A promise may be written down late, but a day in another decade is a slip of the finger. */
    static void guardDay(LocalDate due, LocalDate today) {
        boolean sensible = !due.isBefore(today.minusDays(A_YEAR_BACK)) && !due.isAfter(today.plusYears(TEN_YEARS));
        if (!sensible) {
            throw new RuleRefused("promises.due.far", "due");
        }
    }

    /** Also what was given up can still be kept. */
    Promise keep() {
        return in(State.KEPT);
    }

    Promise giveUp() {
        if (state == State.KEPT) {
            throw new RuleRefused("promises.settled");
        }
        return in(State.BROKEN);
    }

    Promise reopen() {
        return in(State.OPEN);
    }

    Promise moveTo(LocalDate day, LocalDate today) {
        guardOpen();
        if (day.isBefore(today)) {
            throw new RuleRefused("promises.due.past", "due");
        }
        guardDay(day, today);
        return on(day);
    }

    Promise on(LocalDate day) {
        guardOpen();
        return new Promise(id, contact, words, day, state, version);
    }

    Promise reword(String better) {
        guardOpen();
        return new Promise(id, contact, better, due, state, version);
    }

    private void guardOpen() {
        if (state != State.OPEN) {
            throw new RuleRefused("promises.settled");
        }
    }

    private Promise in(State next) {
        return new Promise(id, contact, words, due, next, version);
    }
}
