package org.attune.needs;

import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * What we and they found together.
 *
 * @param contributedTurn where they brought their part
 * @param agreedTurn where they agreed; none as long as they have not
 */
public record RecordSolution(
        UUID id,
        NeedId need,
        String ourPart,
        String theirPart,
        @Nullable TurnId contributedTurn,
        @Nullable TurnId agreedTurn) {

    public RecordSolution {
        ourPart = ourPart.strip();
        theirPart = theirPart.strip();
    }
}
