package org.attune.listening;

import org.attune.conversations.Mark;
import org.attune.conversations.TurnRef;
import org.jspecify.annotations.Nullable;

/**
 * A mark that may fit a turn of ours. It counts for nothing until whoever had the conversation says that it does.
 *
 * @param before what they said last before it; none where that may not be read, or there was nothing
 * @param how how exactly that was written down
 */
public record Suggestion(
        TurnRef turn,
        Mark mark,
        String words,
        @Nullable String before,
        @Nullable String how) {}
