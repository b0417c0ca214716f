package org.attune.voice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something they want to know.
 *
 * @param answeredAt when a response first named it; none: not yet
 * @param with the title of a material or a story that was used in answering it, where the viewer sees it
 */
public record Question(
        VoicedTurn turn,
        @Nullable Instant answeredAt,
        @Nullable String with) {

    public boolean isAnswered() {
        return answeredAt != null;
    }
}
