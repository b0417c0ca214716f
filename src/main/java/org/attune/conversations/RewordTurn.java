package org.attune.conversations;

import org.jspecify.annotations.Nullable;

/**
 * A turn is reworded.
 *
 * @param exactness for what was heard, and only for that
 * @param version the one the form was opened with
 */
public record RewordTurn(
        TurnId turn, String words, @Nullable Exactness exactness, int version) {}
