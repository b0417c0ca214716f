package org.attune.desk.web;

import org.attune.conversations.TurnView;
import org.jspecify.annotations.Nullable;

/**
 * What we make of a turn.
 *
 * @param was what stood there when the form was opened
 */
record UnderstandingForm(
        @Nullable String understanding, @Nullable String was) {

    static UnderstandingForm of(TurnView turn) {
        return new UnderstandingForm(turn.understanding(), turn.understanding());
    }
}
