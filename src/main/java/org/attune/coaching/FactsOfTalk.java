package org.attune.coaching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one of one's own conversations.
 *
 * @param with the people in it whom the viewer still sees; none where that is nobody
 * @param readable whether it can still be opened
 * @param theirShare hundredths of all words; none where nobody said a word
 */
public record FactsOfTalk(
        UUID id,
        @Nullable String with,
        Instant at,
        boolean readable,
        @Nullable Integer theirShare,
        int asking,
        int goes,
        int theirQuestions,
        int takenUp,
        int longestRun,
        @Nullable Integer playedBack) {}
