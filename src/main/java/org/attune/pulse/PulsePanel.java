package org.attune.pulse;

import java.time.LocalDate;
import org.attune.outside.SentLink;
import org.jspecify.annotations.Nullable;

/**
 * The pulse of one relationship as its page shows it.
 *
 * @param last what they answered last
 * @param sent the link that was sent last, answered or not
 * @param again the first day on which they may be asked again, where that is still to come
 * @param mayAsk whether the viewer works with them and nothing speaks against asking now
 */
public record PulsePanel(
        @Nullable PulseView last,
        @Nullable SentLink sent,
        @Nullable LocalDate again,
        boolean mayAsk) {

    /** There is something to show or to do. */
    public boolean isWorthShowing() {
        return last != null || sent != null || mayAsk;
    }
}
