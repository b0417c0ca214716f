package org.attune.desk;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.HunchSettled;
import org.attune.conversations.Settled;
import org.attune.conversations.TurnId;
import org.attune.nurture.Way;
import org.attune.nurture.Wish;
import org.attune.promises.Side;
import org.jspecify.annotations.Nullable;

/**
 * A conversation is closed, and it is said how it goes on.
 *
 * @param id made beforehand: the next step and the ways on take theirs from it
 * @param next what is promised next
 * @param due by when
 * @param wouldRefer whether they would bring us to others; none where nobody asked
 * @param turns in which turn they found it, or said otherwise, by the hunch or assumption
 * @param corrections how it really is, by the assumption that was corrected
 */
public record CloseAndGoOn(
        UUID id,
        CloseConversation close,
        Side side,
        String next,
        LocalDate due,
        Way way,
        @Nullable LocalDate askAgainOn,
        @Nullable Wish whoseWish,
        @Nullable Boolean wouldRefer,
        Map<UUID, Settled> assumptions,
        Map<UUID, String> corrections,
        Map<UUID, HunchSettled> hunches,
        Map<UUID, TurnId> turns,
        @Nullable String aboutThem,
        @Nullable String aboutMe) {

    public CloseAndGoOn {
        assumptions = Map.copyOf(assumptions);
        corrections = Map.copyOf(corrections);
        hunches = Map.copyOf(hunches);
        turns = Map.copyOf(turns);
    }
}
