package org.attune.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param to the user it was written to
 * @param at when it was sent, given up or withdrawn; while it waits, when it was written
 * @param obstacle what kept it the last time, if anything
 * @param replyCode what the mail server answered then
 */
public record LetterView(
        UUID id,
        String kind,
        UUID to,
        State state,
        Instant at,
        int attempts,
        @Nullable Obstacle obstacle,
        @Nullable Integer replyCode) {

    public enum State {
        WAITING,
        SENT,
        FAILED,
        WITHDRAWN
    }
}
